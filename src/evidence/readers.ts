import { createGoReader } from './code/go.ts';
import { createJavaReader } from './code/java.ts';
import { createJavaScriptReader } from './code/javascript.ts';
import { createPythonReader } from './code/python.ts';
import { createComposeReader } from './config/compose.ts';
import { createDockerfileReader } from './config/dockerfile.ts';
import { createEnvFileReader } from './config/env-file.ts';
import { createKubernetesReader } from './config/kubernetes.ts';
import { createMigrationReader } from './config/migrations.ts';
import { createOpenApiReader } from './config/openapi.ts';
import { createPrismaReader } from './config/prisma.ts';
import { createSamReader } from './config/sam.ts';
import { createServerlessReader } from './config/serverless.ts';
import { createSpringReader } from './config/spring.ts';
import { createGoModReader } from './packages/go-mod.ts';
import { createGradleReader } from './packages/gradle.ts';
import { createPackageJsonReader } from './packages/package-json.ts';
import { createPomReader } from './packages/pom.ts';
import { createPythonPackagesReader } from './packages/python.ts';
import { createUnreadReader } from './packages/unread.ts';
import type { CreateReader, Reader } from './reader.ts';

/** Every kind of file that is read, a line each. */
const READERS: readonly CreateReader[] = [
  createPackageJsonReader,
  createPomReader,
  createGradleReader,
  createPythonPackagesReader,
  createGoModReader,
  createUnreadReader,
  createComposeReader,
  createDockerfileReader,
  createKubernetesReader,
  createServerlessReader,
  createSamReader,
  createEnvFileReader,
  createSpringReader,
  createMigrationReader,
  createPrismaReader,
  createOpenApiReader,
  createJavaScriptReader,
  createJavaReader,
  createPythonReader,
  createGoReader,
];

/** Readers for one reading of one folder. */
export function createReaders(): readonly Reader[] {
  return READERS.map((create) => create());
}
