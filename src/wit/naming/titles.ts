/**
 * Titles and roles of inline types: what they can be called after.
 */

import { singular } from '../../text/english.ts';
import type { InlineOrigin } from '../graph/draft.ts';
import { kebab, kebabWords, labelKey } from './labels.ts';

/** Words that say what any schema is. */
const VACUOUS: ReadonlySet<string> = new Set([
  'attributes',
  'body',
  'data',
  'dto',
  'entry',
  'info',
  'input',
  'item',
  'items',
  'kind',
  'meta',
  'model',
  'object',
  'output',
  'params',
  'payload',
  'relationships',
  'request',
  'response',
  'result',
  'results',
  'root',
  'schema',
  'type',
  'value',
  'values',
]);

/** Whether a label says nothing, or is only a number. */
export function isVacuous(label: string): boolean {
  const isEmpty = label.split('-').every((word) => VACUOUS.has(word));
  return isEmpty || /^n\d+(?:-n\d+)*$/u.test(label);
}

/** `history-item-response-model` → `history-item`; a label of such words only stays as it is. */
export function withoutVacuousEnd(label: string): string {
  const words = label.split('-');
  const end = words.findLastIndex((word) => !VACUOUS.has(word));
  return end === -1 ? label : words.slice(0, end + 1).join('-');
}

/**
 * The title as a label, when it is a name: not a sentence, not what every schema is called, and not the property's own
 * name over again, which generators write.
 */
export function telling(origin: InlineOrigin): string | undefined {
  const label = kebabWords(origin.title ?? '');
  if (label === undefined || label.length > 40 || label.split('-').length > 4) return undefined;
  const key = labelKey(label);
  const isRole = key === labelKey(kebab(origin.role, '')) || key === labelKey(roleLabel(origin));
  return isVacuous(label) || isRole ? undefined : label;
}

/** What an inline type is in its parent: the property's name, for an element of a list in the singular. */
export function roleLabel(origin: InlineOrigin): string {
  const role = kebab(origin.role, 'value');
  if (!origin.item) return role;
  const one = singular(role);
  return one === role ? `${role}-item` : one;
}
