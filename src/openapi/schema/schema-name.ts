import type { Pointer } from '../model.ts';
import { tokensOf } from '../pointer.ts';
import { isRaw, textOf } from '../raw.ts';
import type { References } from '../references.ts';

/**
 * The name of a schema that is referred to: its component's name, or words for a place deeper in the document:
 * `#/components/schemas/Order/properties/lines/items` → `Order lines item`;
 * `#/paths/~1orders/get/responses/200/content/application~1json/schema` → `listOrders response`, by the operation's id.
 */
export function schemaName(references: References, pointer: Pointer): string {
  const tokens = tokensOf(pointer);
  const [area, kind, name] = tokens;
  if (area === 'components' && name !== undefined) {
    return [name, ...wordsOf(references, tokens, 3)].join(' ');
  }
  if (area === 'paths' && kind !== undefined && name !== undefined) {
    const operation = references.lookup(tokens.slice(0, 3));
    const id = isRaw(operation) ? textOf(operation.operationId) : undefined;
    const owner = id ?? `${name} ${kind.replace(/[{}]/gu, '')}`;
    return [owner, ...wordsOf(references, tokens, 3)].join(' ');
  }
  return wordsOf(references, tokens, 0).join(' ') || tokens.at(-1) || 'schema';
}

/** Keywords whose next token is a name of the document's author. */
const BEFORE_NAME = new Set(['properties', '$defs', 'definitions', 'headers', 'patternProperties']);

const WORDS = new Map([
  ['items', ['item']],
  ['additionalProperties', ['value']],
  ['requestBody', ['body']],
]);

/** Keywords whose next token is no keyword: a name, a status, a media type or a number. */
const TAKES_NEXT = new Set([...BEFORE_NAME, 'responses', 'parameters', 'content']);

/** A deep place has many words; the last ones tell it from its neighbours. */
const MOST_WORDS = 3;

function wordsOf(references: References, tokens: readonly string[], from: number): string[] {
  const words: string[] = [];
  for (let index = from; index < tokens.length; index += 1) {
    const token = tokens[index] ?? '';
    const next = tokens[index + 1] ?? '';
    if (BEFORE_NAME.has(token)) words.push(next);
    else if (token === 'responses') words.push('response', ...(next.startsWith('2') ? [] : [next]));
    else if (token === 'parameters') words.push(parameterName(references, tokens, index + 2));
    else words.push(...(WORDS.get(token) ?? []));
    if (TAKES_NEXT.has(token)) index += 1;
  }
  return words.slice(-MOST_WORDS);
}

function parameterName(references: References, tokens: readonly string[], end: number): string {
  const parameter = references.lookup(tokens.slice(0, end));
  return (isRaw(parameter) && textOf(parameter.name)) || 'parameter';
}
