import type { Rule } from '../rule.ts';
import { data } from './data.ts';
import { machine } from './machine.ts';
import { moves } from './moves.ts';
import { rewrite } from './rewrite.ts';
import { surface } from './surface.ts';
import { work } from './work.ts';

/** Every rule. */
export const RULES: readonly Rule[] = [
  ...moves,
  ...surface,
  ...work,
  ...data,
  ...machine,
  ...rewrite,
];
