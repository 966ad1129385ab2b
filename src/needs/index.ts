import { files } from './files.ts';
import { http } from './http.ts';
import { keyValue } from './key-value.ts';
import { mysql } from './mysql.ts';
import type { Need } from './need.ts';
import { postgres } from './postgres.ts';
import { redis } from './redis.ts';
import { redisTrigger } from './redis-trigger.ts';
import { sqlite } from './sqlite.ts';
import { variables } from './variables.ts';
import { wasiConfig } from './wasi-config.ts';
import { wasiKeyvalue } from './wasi-keyvalue.ts';

/** Every need, in the order in which they are offered and emitted. A new one is a file in this folder and a line here. */
export const needs: readonly Need[] = [
  variables,
  keyValue,
  sqlite,
  postgres,
  mysql,
  redis,
  http,
  files,
  redisTrigger,
  wasiKeyvalue,
  wasiConfig,
];
