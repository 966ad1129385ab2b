import { MAVEN, MAVEN_TEST_GROUPS } from '../catalogue/maven.ts';
import { matches } from '../code/scan.ts';
import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';
import { type Lexed, lex } from '../text/lexer.ts';

const SYNTAX = { line: '//', block: true, quotes: ['"', "'"] } as const;

const CONFIGURATION =
  /\b(test|androidTest|integrationTest)?(?:[iI]mplementation|[aA]pi|[cC]ompileOnly|[rR]untimeOnly|[cC]ompile|[rR]untime|annotationProcessor|kapt|developmentOnly|providedRuntime)\b[\s(]*(?:platform\(|enforcedPlatform\()?\s*['"]([\w.-]+):([\w.-]+)(?::([^'"@]+))?['"]/gu;
const PLUGIN = /\bid[\s(]+['"]([\w.-]+)['"]\)?(?:\s+version\s+['"]([^'"]+)['"])?/gu;
const JAVA =
  /\b(?:sourceCompatibility|targetCompatibility)\s*=\s*['"]?(?:JavaVersion\.VERSION_)?(\d[\d._]*)|\bJavaLanguageVersion\.of\((\d+)\)|\bjvmToolchain\((\d+)\)/gu;
const CATALOG = /^[\w-]+\s*=\s*\{[^}\n]*?\bmodule\s*=\s*"([\w.-]+):([\w.-]+)"/gmu;
const CATALOG_LONG =
  /^[\w-]+\s*=\s*\{[^}\n]*?\bgroup\s*=\s*"([\w.-]+)"\s*,\s*name\s*=\s*"([\w.-]+)"/gmu;

/** Gradle builds, in Groovy and Kotlin, and version catalogues. Reads declarations, not what code would compute. */
export function createGradleReader(): Reader {
  return {
    accepts: (_path, name) => /^build\.gradle(?:\.kts)?$|\.versions\.toml$/u.test(name),
    read: (file) => (file.name.endsWith('.toml') ? readCatalog(file) : readBuild(file)),
  };
}

function* readBuild(file: SourceFile): Generator<Finding> {
  const lexed = lex(file.text, SYNTAX);
  const first = Math.max(lexed.code.search(/\S/u), 0);
  yield at(file, first, 'build-tool', 'gradle', '');
  yield* plugins(file, lexed);
  const [java] = [...matches(lexed, JAVA)];
  if (java !== undefined) {
    const version = java[1] ?? java[2] ?? java[3] ?? '';
    if (!/\bkotlin\b/u.test(lexed.text)) yield at(file, java.index, 'language', 'java', version);
    yield at(file, java.index, 'runtime', 'jvm', version);
  }
  for (const { 1: test, 2: group = '', 3: artifact = '', 4: version = '', index } of matches(
    lexed,
    CONFIGURATION,
  )) {
    yield* library(file, index, { group, artifact, version, isTest: test !== undefined });
  }
}

function* plugins(file: SourceFile, lexed: Lexed): Generator<Finding> {
  for (const { 1: id = '', 2: version = '', index } of matches(lexed, PLUGIN)) {
    if (id === 'org.springframework.boot')
      yield at(file, index, 'framework', 'spring-boot', version);
    else if (id.startsWith('org.jetbrains.kotlin') && id.endsWith('jvm'))
      yield at(file, index, 'language', 'kotlin', version);
    else if (id === 'io.quarkus') yield at(file, index, 'framework', 'quarkus', version);
    else if (id === 'io.micronaut.application')
      yield at(file, index, 'framework', 'micronaut', version);
    else if (id === 'org.openapi.generator')
      yield at(file, index, 'openapi', 'openapi-generator', version);
  }
}

interface Library {
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
  readonly isTest: boolean;
}

function* library(
  file: SourceFile,
  offset: number,
  { group, artifact, version, isTest }: Library,
): Generator<Finding> {
  const testGroup = MAVEN_TEST_GROUPS.get(group);
  if (testGroup !== undefined) yield at(file, offset, 'test', testGroup, version);
  else {
    for (const { kind, what } of MAVEN.traits(artifact)) {
      if (!isTest || kind === 'test')
        yield at(file, offset, kind, what, version.includes('$') ? '' : version);
    }
  }
}

function* readCatalog(file: SourceFile): Generator<Finding> {
  for (const pattern of [CATALOG, CATALOG_LONG]) {
    for (const { 1: group = '', 2: artifact = '', index } of file.text.matchAll(pattern)) {
      yield* library(file, index, { group, artifact, version: '', isTest: false });
    }
  }
}
