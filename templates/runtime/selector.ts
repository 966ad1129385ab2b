import { enumerate, expected, Mismatch, notOneOf, under } from './mismatch.ts';
import type { SelectorCode } from './table.ts';
import { asObject, lookup, property } from './values.ts';

/** The case that a JSON value is. Throws Mismatch when it is none. */
export type Selector<Case> = (json: unknown) => Case;

type By<Key extends string> = Extract<SelectorCode, Readonly<Record<Key, unknown>>>;

/** Compiles the tree that tells JSON values apart. Throws when it has a case that is not there. */
export function compileSelector<Case>(by: SelectorCode, cases: readonly Case[]): Selector<Case> {
  const compile = (code: SelectorCode) => compileSelector(code, cases);
  if (typeof by === 'number') {
    const chosen = cases[by];
    if (chosen === undefined) throw new Error(`the table has no case ${by}`);
    return () => chosen;
  }
  if ('types' in by) return byType(by, compile);
  if ('strings' in by) return byString(by, compile);
  return 'keys' in by ? byKeys(by, compile) : byProperty(by, compile);
}

type Compile<Case> = (by: SelectorCode) => Selector<Case>;

function byType<Case>({ types }: By<'types'>, compile: Compile<Case>): Selector<Case> {
  const selectors = new Map(Object.entries(types).map(([type, then]) => [type, compile(then)]));
  return (json) => {
    const select = selectors.get(jsonType(json));
    if (select === undefined) throw expected([...selectors.keys()].join(' or '), json);
    return select(json);
  };
}

/** `null` is of no type here: what may be null says so around it. */
function jsonType(json: unknown): string {
  if (Array.isArray(json)) return 'array';
  if (json === null) return 'null';
  return typeof json === 'bigint' ? 'number' : typeof json;
}

function byString<Case>(by: By<'strings'>, compile: Compile<Case>): Selector<Case> {
  const strings = by.strings.map(([value]) => value);
  const selectorOf = lookup(
    strings,
    by.strings.map(([, then]) => compile(then)),
  );
  const other = by.other === undefined ? undefined : compile(by.other);
  return (json) => {
    const select = selectorOf(json) ?? other;
    return select === undefined ? notOneOf(strings, json) : select(json);
  };
}

function byKeys<Case>(by: By<'keys'>, compile: Compile<Case>): Selector<Case> {
  const entries = by.keys.map(([keys, then]) => ({ keys, select: compile(then) }));
  const other = by.other === undefined ? undefined : compile(by.other);
  return (json) => {
    const object = asObject(json);
    const found = entries.find(({ keys }) => keys.every((key) => Object.hasOwn(object, key)));
    const select = found?.select ?? other;
    if (select !== undefined) return select(json);
    const choices = entries.map(({ keys }) => keys.map((key) => JSON.stringify(key)).join(' and '));
    throw new Mismatch(`expected an object with ${enumerate(choices, ', or with ')}`);
  };
}

function byProperty<Case>(by: By<'property'>, compile: Compile<Case>): Selector<Case> {
  const wires = by.values.map(([wire]) => wire);
  const selectorOf = lookup(
    wires,
    by.values.map(([, then]) => compile(then)),
  );
  const other = by.other === undefined ? undefined : compile(by.other);
  return (json) => {
    const value = property(asObject(json), by.property);
    const select = selectorOf(value) ?? other;
    if (select !== undefined) return select(json);
    if (value === undefined) throw under(by.property, new Mismatch('is required'));
    return notOneOf(wires, value, by.property);
  };
}
