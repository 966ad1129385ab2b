import { MAVEN, MAVEN_TEST_GROUPS } from '../catalogue/maven.ts';
import type { Finding } from '../finding.ts';
import { at, type Reader, type SourceFile } from '../reader.ts';
import { type Element, elements, parseXml } from '../text/located-xml.ts';

/** Maven's `pom.xml`: parent, Java version, dependencies, plugins. Profiles count too, managed versions don't. */
export function createPomReader(): Reader {
  return { accepts: (_path, name) => name === 'pom.xml', read };
}

function* read(file: SourceFile): Generator<Finding> {
  const [project] = elements(parseXml(file.text), 'project');
  if (project === undefined) return;
  const properties = new Map(
    elements(project, 'properties').flatMap(({ children }) =>
      children.map((child) => [child.name, child]),
    ),
  );
  yield at(file, project.offset, 'build-tool', 'maven', '');
  yield* javaVersion(file, properties);
  const artifacts = [
    ...elements(project, 'parent'),
    ...elements(project, 'dependencies', 'dependency'),
    ...elements(project, 'profiles', 'profile', 'dependencies', 'dependency'),
    ...elements(project, 'build', 'plugins', 'plugin').filter(isTelling),
    ...elements(project, 'dependencyManagement', 'dependencies', 'dependency').filter(isPlatform),
  ];
  for (const artifact of artifacts) yield* library(file, artifact, properties);
}

type Properties = ReadonlyMap<string, Element>;

const JAVA_VERSIONS = [
  'java.version',
  'maven.compiler.release',
  'maven.compiler.target',
  'maven.compiler.source',
];

function* javaVersion(file: SourceFile, properties: Properties): Generator<Finding> {
  const kotlin = properties.get('kotlin.version');
  if (kotlin !== undefined) yield at(file, kotlin.offset, 'language', 'kotlin', kotlin.text);
  const java = JAVA_VERSIONS.map((name) => properties.get(name)).find(
    (property) => property !== undefined,
  );
  if (java === undefined) return;
  const version = resolved(java.text, properties);
  if (kotlin === undefined) yield at(file, java.offset, 'language', 'java', version);
  yield at(file, java.offset, 'runtime', 'jvm', version);
}

/** Other plugins only build. */
function isTelling(plugin: Element): boolean {
  return text(plugin, 'artifactId') === 'openapi-generator-maven-plugin';
}

/** The import of Spring Boot's own versions stands for its parent. */
function isPlatform(dependency: Element): boolean {
  return text(dependency, 'artifactId') === 'spring-boot-dependencies';
}

function* library(file: SourceFile, artifact: Element, properties: Properties): Generator<Finding> {
  const [id] = elements(artifact, 'artifactId');
  if (id === undefined) return;
  const version = resolved(text(artifact, 'version'), properties);
  const testGroup = MAVEN_TEST_GROUPS.get(text(artifact, 'groupId'));
  if (testGroup !== undefined) yield at(file, id.offset, 'test', testGroup, version);
  else {
    const isTest = text(artifact, 'scope') === 'test';
    for (const { kind, what } of MAVEN.traits(id.text)) {
      if (!isTest || kind === 'test') yield at(file, id.offset, kind, what, version);
    }
  }
}

function text(element: Element, name: string): string {
  return elements(element, name)[0]?.text ?? '';
}

function resolved(value: string, properties: Properties): string {
  return value.replace(
    /\$\{([\w.-]+)\}/gu,
    (whole, name: string) => properties.get(name)?.text ?? whole,
  );
}
