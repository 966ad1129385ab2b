/**
 * Labels of a union's cases: what the document tells the members apart by, else what it calls them, else what they are.
 */
import type { Schema } from '../../openapi/model.ts';
import type { Constant, SelectorCode } from '../../runtime/table.ts';
import { STRING_FORMATS } from '../drafting/scalars.ts';
import { kebabWords, Labels, valueLabel } from './labels.ts';
import { isVacuous } from './titles.ts';

/** A member of the union, as it is named. */
export interface NamedCase {
  /** No reference. */
  readonly schema: Schema;
  /** Of a named schema. */
  readonly name: string | undefined;
  readonly title: string | undefined;
  /** What the items of a list are called. */
  readonly itemName: string | undefined;
  /** Properties by which an object without a name can be called. */
  readonly keys: readonly string[];
}

/** A longer label is a sentence or a path, not what one calls a case. */
const MAX_LENGTH = 40;
/** What is left of a name without the word that it begins with. */
const MAX_WORDS = 2;

/** The labels of the cases, in their order; unique among each other and those that are taken. */
export function caseLabels(
  cases: readonly NamedCase[],
  by: SelectorCode,
  taken: Labels = new Labels(),
): readonly string[] {
  const names = shortNames(cases.map(({ name }) => name));
  return cases.map((one, at) => {
    const telling = tellingOf(by, at);
    const [first = 'value', ...rest] = [
      tagLabel(telling, one),
      names[at],
      kebabWords(one.name ?? ''),
      titleLabel(one.title),
      ...one.keys.map(kebabWords),
      kindLabel(one),
    ].filter((label) => label !== undefined);
    return taken.take(first, ...rest);
  });
}

/** The values of a property that the selector looks for first, of a case. */
function tellingOf(by: SelectorCode, at: number): readonly Constant[] {
  const objects = typeof by === 'object' && 'types' in by ? by.types.object : by;
  if (typeof objects !== 'object' || !('property' in objects)) return [];
  return objects.values.flatMap(([value, then]) => (then === at ? [value] : []));
}

/**
 * The label of the only value, or of one and another. A schema's name is a value beside those of a mapping, and only
 * counts when there is no other.
 */
function tagLabel(values: readonly Constant[], { name, title }: NamedCase): string | undefined {
  const others = values.filter((value) => value !== name && value !== title);
  const words = (others.length === 0 ? values : others).map(tagWord);
  if (words.length === 0 || words.length > 2 || words.includes(undefined)) return undefined;
  const label = words.join('-or-');
  return label.length > MAX_LENGTH ? undefined : label;
}

/** A tag that is a word. One may be a reference, of which the last part is the name; other paths are none. */
function tagWord(value: Constant): string | undefined {
  if (typeof value !== 'string') return undefined;
  const name = /^(?:#|\.{1,2})\/.*?([^/]+)$/u.exec(value)?.[1] ?? value;
  const label = /[:/]/u.test(name) ? undefined : valueLabel(name);
  return label === undefined || /^n?\d/u.test(label) ? undefined : label;
}

/**
 * Names of schemas without the words that all of them end or begin with: `system`, `user` for `SystemMessage`,
 * `UserMessage`. Only when each has words left, and different ones; a single word at the front is often but half of a
 * name (`payment-method-…`, `payment-intent-…`).
 */
function shortNames(names: readonly (string | undefined)[]): readonly (string | undefined)[] {
  const labels = names.map((name) =>
    name === undefined ? undefined : (kebabWords(lastPart(name)) ?? undefined),
  );
  const lists = labels.flatMap((label) => (label === undefined ? [] : [label.split('-')]));
  if (lists.length < 2) return labels;
  const end = commonStart(lists.map((list) => list.toReversed()));
  const heads = lists.map((list) => list.slice(0, list.length - end));
  const start = commonStart(heads);
  const isTold = start > 1 || heads.every((words) => words.length - start <= MAX_WORDS);
  const shorts = labels.map((label) => {
    const words = label?.split('-') ?? [];
    return label && words.slice(isTold ? start : 0, words.length - end).join('-');
  });
  const told = shorts.filter((short) => short !== undefined);
  const isClear =
    new Set(told).size === lists.length &&
    told.every((short) => /^[a-z]/u.test(short) && !isVacuous(short));
  return isClear ? shorts : labels;
}

/** `Pod` of `io.acme.v1.Pod`. */
function lastPart(name: string): string {
  const last = name.split(/[./]/u).at(-1) ?? name;
  return /[A-Za-z]{2}/u.test(last) ? last : name;
}

function commonStart(lists: readonly (readonly string[])[]): number {
  const [first = [], ...others] = lists;
  const end = first.findIndex((word, index) => others.some((other) => other[index] !== word));
  return end === -1 ? first.length : end;
}

function titleLabel(title: string | undefined): string | undefined {
  const label = kebabWords(title ?? '');
  const isName = label !== undefined && label.length <= MAX_LENGTH && label.split('-').length <= 4;
  return isName && !isVacuous(label) && !/^(?:string|option\d+)$/u.test(label) ? label : undefined;
}

/** The label of a case that is this value; `undefined` when it has none that one would read. */
export function constantLabel(value = ''): string | undefined {
  const label = valueLabel(value);
  return label === undefined || label.length > MAX_LENGTH ? undefined : label;
}

/** What a value is, in a word that WIT doesn't need for itself. */
function kindLabel({ schema, itemName }: NamedCase): string {
  switch (schema.kind) {
    case 'string':
      return STRING_FORMATS.get(schema.format?.toLowerCase() ?? '') ?? 'text';
    case 'enum':
      return (
        (schema.values.length === 1 ? constantLabel(schema.values[0]) : undefined) ?? 'keyword'
      );
    case 'array':
      return itemName === undefined ? 'items' : `${itemName}-list`;
    case 'tuple':
      return 'items';
    case 'map':
      return 'entries';
    case 'boolean':
      return 'flag';
    case 'object':
    case 'any':
    case 'untyped':
      return 'object';
    default:
      return schema.kind;
  }
}
