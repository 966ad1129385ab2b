import { createJavaReader } from './code/java.ts';
import { createJavaScriptReader } from './code/javascript.ts';
import { createComposeReader } from './config/compose.ts';
import { createDockerfileReader } from './config/dockerfile.ts';
import { createEnvFileReader } from './config/env-file.ts';
import { createMigrationReader } from './config/migrations.ts';
import { createSpringReader } from './config/spring.ts';
import { createPackageJsonReader } from './packages/package-json.ts';
import { createPomReader } from './packages/pom.ts';
import type { CreateReader, Reader } from './reader.ts';

/** Every kind of file that is read, a line each. */
const READERS: readonly CreateReader[] = [
  createPackageJsonReader,
  createPomReader,
  createComposeReader,
  createDockerfileReader,
  createEnvFileReader,
  createSpringReader,
  createMigrationReader,
  createJavaScriptReader,
  createJavaReader,
];

/** Readers for one reading of one folder. */
export function createReaders(): readonly Reader[] {
  return READERS.map((create) => create());
}
