/**
 * Documentation of the document as plain text for the WIT and the code: what it says, and in short words what the type
 * can't say.
 */
import type { ApiModel, Operation, Parameter, Schema } from '../../openapi/model.ts';
import { labelKey } from '../naming/labels.ts';

/** A description is there to be read beside the type; the document has the rest of it. */
const MAX_CHARACTERS = 1200;
const MAX_LINES = 24;
/** The same for a field, which stands among others. */
const MAX_FIELD_CHARACTERS = 400;

/** Inline HTML that descriptions use for layout. Other angle brackets, as in `<id>`, stay. */
const HTML_TAG =
  /<\/?(?:a|abbr|b|blockquote|br|center|code|dd|details|div|dl|dt|em|font|h[1-6]|hr|i|img|kbd|li|ol|p|pre|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul)(?:\s[^<>]*)?\/?>/giu;
const HTML_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&#39;', "'"],
  ['&nbsp;', ' '],
  ['&amp;', '&'],
]);

/** Joins paragraphs of documentation; `undefined` when there is nothing to say. */
export function paragraphs(...parts: readonly (string | undefined)[]): string | undefined {
  const texts = parts.map((part) => plainText(part ?? '')).filter((text) => text !== '');
  return texts.length === 0 ? undefined : texts.join('\n\n');
}

/** A description without HTML layout, without blank lines around it or in rows, and not longer than one reads. */
export function plainText(description: string): string {
  const text = description
    .slice(0, MAX_CHARACTERS * 8)
    .replace(/\r\n?/gu, '\n')
    .replace(/<(?:br|p|li|tr|h[1-6])(?:\s[^<>]*)?\/?>/giu, '\n')
    .replace(HTML_TAG, '')
    .replace(/&(?:lt|gt|quot|#39|nbsp|amp);/gu, (entity) => HTML_ENTITIES.get(entity) ?? entity)
    .replace(/[ \t]+$/gmu, '')
    .replace(/^ {1,3}(?=[\p{L}<[`(])/gmu, '')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/^\n+|\n+$/gu, '');
  return shortened(text);
}

/** Documentation that says more than the label: not `Not found` for `not-found`. */
export function beyondLabel(description: string | undefined, label: string): string | undefined {
  const words = plainText(description ?? '').replace(/[.!:]$/u, '');
  return isTold(words, label) ? undefined : description;
}

/** What describes a response, unless it only says that all went well. */
export function describeResponse(description: string | undefined, label: string) {
  const words = plainText(description ?? '');
  const isVacuous = /^(?:ok|response|success(?:ful)?(?: (?:operation|response))?)\.?$/iu.test(
    words,
  );
  return isVacuous ? undefined : paragraphs(beyondLabel(description, label));
}

/** Documentation of a named or inline type. */
export function describeType(schema: Schema): string | undefined {
  return paragraphs(schema.description, schema.deprecated === true ? 'Deprecated.' : undefined);
}

/** Documentation of a record's field. */
export function describeField(schema: Schema, name: string, label: string): string | undefined {
  const wire = isTold(name, label) ? [] : [`In JSON: ${code(name)}.`];
  return describeValue(schema, beyondLabel(schema.description, label), wire);
}

/** Documentation of a parameter or header. */
export function describeParameter(
  parameter: Pick<Parameter, 'name' | 'description' | 'schema' | 'deprecated'>,
  label: string,
): string | undefined {
  const { schema, name, deprecated } = parameter;
  const description = beyondLabel(parameter.description ?? schema.description, label);
  return describeValue(schema, description, [
    ...(isTold(name, label) ? [] : [`Sent as ${code(name)}.`]),
    ...(deprecated ? ['Deprecated.'] : []),
  ]);
}

/** A description, and what the type doesn't show. */
function describeValue(
  schema: Schema,
  description: string | undefined,
  remarks: readonly string[],
): string | undefined {
  const { default: standard } = schema;
  const all = [
    ...remarks,
    range(schema),
    standard === undefined || standard === null
      ? undefined
      : `Default: ${code(jsonText(standard))}.`,
    schema.deprecated === true ? 'Deprecated.' : undefined,
  ];
  return withRemarks(shortened(plainText(description ?? ''), MAX_FIELD_CHARACTERS), all);
}

/** A description and sentences of ours behind it, in its paragraph when it is one. */
export function withRemarks(
  description: string | undefined,
  remarks: readonly (string | undefined)[],
): string | undefined {
  const text = plainText(description ?? '');
  const told = remarks.filter((remark) => remark !== undefined).join(' ');
  if (text === '' || text.includes('\n') || told === '') return paragraphs(text, told);
  return paragraphs(`${text}${/[.!?:`)]$/u.test(text) ? '' : '.'} ${told}`);
}

/** The summary and description of an operation, as far as they say more than the function's name. */
export function describeOperation(operation: Operation, label: string): string | undefined {
  const { summary, description } = operation;
  const isSame = plainText(summary ?? '') === plainText(description ?? '');
  return paragraphs(
    beyondLabel(summary, label),
    isSame ? undefined : beyondLabel(description, label),
    operation.deprecated ? 'Deprecated.' : undefined,
  );
}

/** The title and description of the API. */
export function describeApi({ title, description }: ApiModel): string | undefined {
  const text = plainText(description ?? '');
  return text.startsWith(plainText(title)) ? paragraphs(text) : paragraphs(title, text);
}

/** The description of a tag, as far as it says more than the interface's name. */
export function describeTag(
  { tags }: ApiModel,
  tag: string | undefined,
  label: string,
): string | undefined {
  return paragraphs(beyondLabel(tags?.get(tag ?? ''), label));
}

/** How a case that is one string is written, when its label doesn't give it away. */
export function describeConstant(value: string, label: string): string | undefined {
  return value === label ? undefined : `In JSON: ${code(value)}.`;
}

/** How the values of an enum are written, when the labels don't give it away. */
export function describeValues(
  cases: readonly { readonly label: string; readonly wire: string }[],
): string | undefined {
  if (cases.every(({ label, wire }) => label === wire)) return undefined;
  return `In JSON: ${cases.map(({ wire }) => code(wire)).join(', ')}.`;
}

/** What a record says of the properties that have one value and no field. */
export function describeFixed(
  fixed: readonly { readonly wire: string; readonly value: unknown }[],
): string | undefined {
  const told = fixed.map(({ wire, value }) => `${code(wire)} is always ${code(jsonWord(value))}`);
  return told.length === 0 ? undefined : `In JSON, ${listed(told)}.`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], joint: 'and' | 'or' = 'and'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** A constant as a reader says it: a string without its quotes. */
function jsonWord(value: unknown): string {
  return typeof value === 'string' ? value : jsonText(value);
}

/** Text as Markdown code, whatever it holds. */
export function code(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  const short = line.length > 120 ? `${line.slice(0, 119)}…` : line;
  return short.includes('`') ? `\`\` ${short} \`\`` : `\`${short}\``;
}

/** Whether somebody who reads the label knows the words: they differ in case and separators only. */
function isTold(words: string, label: string): boolean {
  return words.toLowerCase().replace(/[-_ ]/gu, '') === labelKey(label);
}

/** Of more values than this the docs show the first. */
const MAX_VALUES = 12;

function range(schema: Schema): string | undefined {
  if (schema.kind === 'boolean' || schema.kind === 'integer' || schema.kind === 'number') {
    const { values } = schema;
    if (values !== undefined) return valueList(values);
  }
  if (schema.kind !== 'integer' && schema.kind !== 'number') return undefined;
  const { minimum, maximum, exclusiveMinimum: above, exclusiveMaximum: below } = schema;
  if (minimum !== undefined && maximum !== undefined) return `From ${minimum} to ${maximum}.`;
  const limits = [
    minimum === undefined ? undefined : `at least ${minimum}`,
    maximum === undefined ? undefined : `at most ${maximum}`,
    above === undefined ? undefined : `more than ${above}`,
    below === undefined ? undefined : `less than ${below}`,
  ].filter((limit) => limit !== undefined);
  const text = limits.join(', ');
  return text === '' ? undefined : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function valueList(values: readonly unknown[]): string {
  const shown = values.slice(0, MAX_VALUES).map((value) => code(jsonText(value)));
  const rest = values.length - shown.length;
  if (rest > 0) return `One of ${shown.join(', ')} and ${rest} more.`;
  return values.length === 1 ? `Always ${shown.join('')}.` : `One of ${listed(shown)}.`;
}

function jsonText(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

function shortened(text: string, limit = MAX_CHARACTERS): string {
  const lines = text.split('\n');
  const few = lines.slice(0, MAX_LINES).join('\n');
  if (few.length <= limit) return lines.length <= MAX_LINES ? few : `${few}\n…`;
  const cut = few.slice(0, limit);
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1 || limit).trimEnd()} …`;
}
