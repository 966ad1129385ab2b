import type { Pointer } from '../model.ts';
import { child, fileOf, percentDecoded, tokensOf } from '../pointer.ts';
import { isRaw, textOf } from '../raw.ts';
import type { References } from '../references.ts';

/**
 * The name of a schema that is referred to: its component's name, or words for a place deeper in the document:
 * `#/components/schemas/Order/properties/lines/items` → `Order lines item`;
 * `#/paths/~1orders/get/responses/200/content/application~1json/schema` → `listOrders response`, by the operation's id;
 * `schemas/order.yaml#/properties/lines` → `order lines`, by the file.
 */
export function schemaName(references: References, pointer: Pointer): string {
  const tokens = tokensOf(pointer);
  const owner = componentName(tokens) ?? operationName(references, pointer, tokens);
  if (owner !== undefined) {
    return [owner.name, ...wordsOf(references, pointer, tokens, owner.length)].join(' ');
  }
  const length = tokens.findIndex((token) => KEYWORDS.has(token));
  const name = tokens.at(length < 0 ? -1 : Math.max(0, length - 1));
  const words = length < 0 ? [] : wordsOf(references, pointer, tokens, length);
  return [(length === 0 ? '' : name) || stemOf(pointer), ...words].join(' ').trim() || 'schema';
}

interface Owner {
  readonly name: string;
  /** How many tokens lead to it. */
  readonly length: number;
}

/** `components/schemas/Order`; `definitions/Order` and the like (Swagger 2.0). */
function componentName([area, kind, name]: readonly string[]): Owner | undefined {
  if (area === 'components' && name !== undefined) return { name, length: 3 };
  const isNamed = kind !== undefined && !/^(?:\d|default$)/u.test(kind);
  return isNamed && COMPONENT_AREAS.has(area ?? '') ? { name: kind, length: 2 } : undefined;
}

const COMPONENT_AREAS = new Set(['definitions', '$defs', 'parameters', 'responses']);

/** `paths/~1orders/get`; `get` where a file is a path item. */
function operationName(
  references: References,
  pointer: Pointer,
  tokens: readonly string[],
): Owner | undefined {
  const length = tokens[0] === 'paths' ? 3 : 1;
  const [method, path] = [tokens[length - 1], tokens[length - 2] ?? stemOf(pointer)];
  const place = child(`${fileOf(pointer)}#`, ...tokens.slice(0, length));
  const operation = references.valueAt(place);
  if (method === undefined || !isRaw(operation)) return undefined;
  if (length === 1 && !isRaw(operation.responses)) return undefined;
  const name = textOf(operation.operationId) ?? `${method} ${path.replace(/[{}]/gu, '')}`;
  return { name, length };
}

/** `schemas/order.yaml` → `order`; an index file goes by its folder. Nothing in the document itself. */
function stemOf(pointer: Pointer): string {
  const [name = '', folder] = percentDecoded(fileOf(pointer)).split('/').reverse();
  const stem = name.replace(/(?:\.schema)?\.(?:ya?ml|json)$/iu, '');
  return /^_?index$/iu.test(stem) ? (folder ?? stem) : stem;
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

/** Where the name of a schema ends, and the way into it begins. */
const KEYWORDS = new Set([
  ...TAKES_NEXT,
  ...WORDS.keys(),
  'allOf',
  'anyOf',
  'oneOf',
  'prefixItems',
  'schema',
]);

/** A deep place has many words; the last ones tell it from its neighbours. */
const MOST_WORDS = 3;

function wordsOf(
  references: References,
  pointer: Pointer,
  tokens: readonly string[],
  from: number,
): string[] {
  const words: string[] = [];
  for (let index = from; index < tokens.length; index += 1) {
    const token = tokens[index] ?? '';
    const next = tokens[index + 1] ?? '';
    if (BEFORE_NAME.has(token)) words.push(next);
    else if (token === 'responses') words.push('response', ...(next.startsWith('2') ? [] : [next]));
    else if (token === 'parameters')
      words.push(parameterName(references, pointer, tokens.slice(0, index + 2)));
    else words.push(...(WORDS.get(token) ?? []));
    if (TAKES_NEXT.has(token)) index += 1;
  }
  return words.slice(-MOST_WORDS);
}

function parameterName(
  references: References,
  pointer: Pointer,
  tokens: readonly string[],
): string {
  const parameter = references.valueAt(child(`${fileOf(pointer)}#`, ...tokens));
  return (isRaw(parameter) && textOf(parameter.name)) || 'parameter';
}
