/**
 * TypedApi → WIT text.
 */

import { SHARED_INTERFACE } from '../graph/placement.ts';
import { escapeLabel } from '../naming/labels.ts';
import type { ApiFunction, ApiInterface, TypeDefinition, TypedApi } from '../typed-api.ts';
import { docLines } from './docs.ts';
import { typeText, usedLabels } from './wit-types.ts';

const WIDTH = 100;
const INDENT = '  ';

export interface WorldOptions {
  /** Through which doors the component is called; the HTTP door needs the packages of WASI beside the world. */
  readonly doors?: 'http-and-typed' | 'typed';
  /** Interfaces that the world imports from its host. */
  readonly imports?: readonly WorldInterface[];
  /** Interfaces that it exports to its host besides the HTTP door. */
  readonly exports?: readonly WorldInterface[];
  /** The package that declares some of the named types instead. */
  readonly shared?: SharedTypes;
}

export interface WorldInterface {
  /** `wasi:keyvalue/store@0.2.0-draft2` */
  readonly name: string;
  /** What a reader should know, one line. */
  readonly note?: string;
}

/** Types that several worlds have in common: a package of their own, which lies beside each. */
export interface SharedTypes {
  readonly package: TypedApi['package'];
  /** Labels of the types that a world takes from there. */
  readonly labels: ReadonlySet<string>;
}

/** The name of every world that we print. */
export const WORLD = 'service';

/** The HTTP door. The engine answers this patch of WASI 0.2 only (componentize-js 0.23.0). */
export const HTTP_HANDLER = 'wasi:http/incoming-handler@0.2.10';

/**
 * The text of `wit/world.wit`: the package, the interface `types` when there are named types to share, an interface for
 * each group of operations, and the world `service` that exports them.
 */
export function printWit(typed: TypedApi, options: WorldOptions = {}): string {
  return blocksText([...packageBlocks(typed, options.shared), worldText(typed, options)]);
}

/** A package of types alone, in the interface `types`. */
export function printTypes(
  id: TypedApi['package'],
  docs: string,
  types: readonly TypeDefinition[],
): string {
  const lines = ['interface types {', ...members(types.map(definitionText)), '}'];
  return blocksText([[...docLines(docs, ''), packageText(id)], lines]);
}

/** The package without a world: what other components read to call this one. */
export function printInterfaces(typed: TypedApi): string {
  return blocksText(packageBlocks(typed));
}

function packageText({ namespace, name, version }: TypedApi['package']): string {
  return `package ${escapeLabel(namespace)}:${escapeLabel(name)}@${version};`;
}

/** `acme:store-types/types@1.0.0`. */
function sharedInterface({ package: id }: SharedTypes): string {
  const { namespace, name, version } = id;
  return `${escapeLabel(namespace)}:${escapeLabel(name)}/${SHARED_INTERFACE}@${version}`;
}

function packageBlocks(typed: TypedApi, shared?: SharedTypes): readonly (readonly string[])[] {
  return [
    [...docLines(typed.docs, ''), packageText(typed.package)],
    ...(typed.types.length === 0 ? [] : [sharedTypes(typed.types, shared)]),
    ...typed.interfaces.map((one) => interfaceText(one, typed.types)),
  ];
}

function blocksText(blocks: readonly (readonly string[])[]): string {
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function sharedTypes(
  types: readonly TypeDefinition[],
  shared: SharedTypes | undefined,
): readonly string[] {
  const labels = types.map(({ label }) => label);
  const taken = labels.filter((label) => shared?.labels.has(label) === true);
  const own = types.filter(({ label }) => !taken.includes(label));
  return [
    '/// The types that the interfaces below share.',
    `interface ${SHARED_INTERFACE} {`,
    ...members([
      ...(shared === undefined || taken.length === 0
        ? []
        : [useText(taken, sharedInterface(shared))]),
      ...own.map(definitionText),
    ]),
    '}',
  ];
}

function interfaceText(
  { label, docs, types, functions }: ApiInterface,
  shared: readonly TypeDefinition[],
): readonly string[] {
  const used = usedLabels(types, functions);
  const uses = shared.map((type) => type.label).filter((name) => used.has(name));
  return [
    ...docLines(docs, ''),
    `interface ${escapeLabel(label)} {`,
    ...members([
      ...(uses.length === 0 ? [] : [useText(uses)]),
      ...types.map(definitionText),
      ...functions.map(functionText),
    ]),
    '}',
  ];
}

/** The members of an interface: one-line aliases without documentation stand together, all else apart. */
function members(texts: readonly (readonly string[])[]): readonly string[] {
  return texts.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function useText(labels: readonly string[], from: string = SHARED_INTERFACE): readonly string[] {
  return list(`use ${from}.{`, labels.map(escapeLabel), '};');
}

function definitionText(definition: TypeDefinition): readonly string[] {
  const name = escapeLabel(definition.label);
  const docs = docLines(definition.docs, INDENT);
  switch (definition.kind) {
    case 'alias':
      return [...docs, `${INDENT}type ${name} = ${typeText(definition.to)};`];
    case 'record':
      return [
        ...docs,
        ...body(
          `record ${name}`,
          definition.fields.map((field) => ({
            docs: field.docs,
            text: `${escapeLabel(field.label)}: ${typeText(field.type)}`,
          })),
        ),
      ];
    case 'enum':
      return [
        ...docs,
        ...body(
          `enum ${name}`,
          definition.cases.map((one) => ({ docs: one.docs, text: escapeLabel(one.label) })),
        ),
      ];
    case 'variant':
      return [
        ...docs,
        ...body(
          `variant ${name}`,
          definition.cases.map(({ label, docs: caseDocs, type }) => ({
            docs: caseDocs,
            text: escapeLabel(label) + (type === undefined ? '' : `(${typeText(type)})`),
          })),
        ),
      ];
  }
}

interface Member {
  readonly docs: string | undefined;
  readonly text: string;
}

function body(head: string, parts: readonly Member[]): readonly string[] {
  return [
    `${INDENT}${head} {`,
    ...parts.flatMap(({ docs, text }) => [
      ...docLines(docs, INDENT + INDENT),
      `${INDENT}${INDENT}${text},`,
    ]),
    `${INDENT}}`,
  ];
}

function functionText({ label, docs, parameters, ok, error }: ApiFunction): readonly string[] {
  const given = parameters.map((one) => `${escapeLabel(one.label)}: ${typeText(one.type)}`);
  const result = `result<${ok === undefined ? '_' : typeText(ok)}, ${typeText(error)}>`;
  return [
    ...docLines(docs, INDENT),
    ...list(`${escapeLabel(label)}: func(`, given, `) -> ${result};`),
  ];
}

/** A list on one line when it fits, else one item a line. */
function list(open: string, items: readonly string[], close: string): readonly string[] {
  const line = `${INDENT}${open}${items.join(', ')}${close}`;
  if (line.length <= WIDTH || items.length === 0) return [line];
  return [INDENT + open, ...items.map((item) => `${INDENT}${INDENT}${item},`), INDENT + close];
}

function worldText(typed: TypedApi, options: WorldOptions): readonly string[] {
  const { doors = 'http-and-typed', imports = [], exports = [], shared } = options;
  const labels = typed.interfaces.map(({ label }) => label);
  const httpDoor = [
    `${INDENT}// The HTTP door: hosts call it with each request.`,
    `${INDENT}export ${HTTP_HANDLER};`,
    '',
  ];
  return [
    '// A world is the contract between a component and its host: `import` is what the component',
    '// needs, `export` is what it offers.',
    '//',
    ...namesComment(typed),
    `world ${WORLD} {`,
    ...fromHost(
      'import',
      '// What the service needs of its host; spin.toml has a grant for each.',
      imports,
    ),
    ...(doors === 'typed' ? [] : httpDoor),
    ...fromHost('export', '// What the host calls besides.', exports),
    `${INDENT}// The typed door: other components call these functions without HTTP.`,
    ...(shared === undefined ? [] : [`${INDENT}export ${sharedInterface(shared)};`]),
    ...(typed.types.length === 0 ? [] : [`${INDENT}export ${SHARED_INTERFACE};`]),
    ...labels.map((label) => `${INDENT}export ${escapeLabel(label)};`),
    '}',
  ];
}

function fromHost(
  word: 'import' | 'export',
  comment: string,
  interfaces: readonly WorldInterface[],
): readonly string[] {
  if (interfaces.length === 0) return [];
  const lines = interfaces.flatMap(({ name, note }) => [
    ...(note === undefined ? [] : [`// ${note}`]),
    `${word} ${name};`,
  ]);
  return [...[comment, ...lines].map((line) => INDENT + line), ''];
}

/** Why names look as they do, by the example of a function of this very API. */
function namesComment({ interfaces }: TypedApi): readonly string[] {
  const functions = interfaces.flatMap((one) => one.functions);
  const example = functions.find(({ label }) => label.includes('-')) ?? functions[0];
  if (example === undefined) return [];
  const { label, route } = example;
  return [
    '// WIT belongs to no language, so its names are kebab-case and each language writes them its',
    `// own way: in JavaScript \`${label}\` is \`${route.id}\`.`,
    '// There an empty `option` is `undefined`, and the error of a `result` is thrown.',
  ];
}
