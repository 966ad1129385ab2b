/**
 * Titles and roles of inline types: what they can be called after.
 */
import type { InlineOrigin } from './draft.ts';
import { singular } from './english.ts';
import { kebab, kebabWords, labelKey } from './names.ts';

/** Titles that say what any schema is. */
const VACUOUS: ReadonlySet<string> = new Set([
  'data',
  'item',
  'items',
  'object',
  'request',
  'requestbody',
  'response',
  'responsebody',
  'result',
  'root',
  'schema',
  'value',
]);

/**
 * The title as a label, when it is a name: not a sentence, not what every schema is called, and not the property's own
 * name over again, which generators write.
 */
export function telling(origin: InlineOrigin): string | undefined {
  const label = kebabWords(origin.title ?? '');
  if (label === undefined || label.length > 40 || label.split('-').length > 4) return undefined;
  const key = labelKey(label);
  const isRole = key === labelKey(kebab(origin.role, '')) || key === labelKey(roleLabel(origin));
  return VACUOUS.has(key) || isRole ? undefined : label;
}

/** What an inline type is in its parent: the property's name, for an element of a list in the singular. */
export function roleLabel(origin: InlineOrigin): string {
  const role = kebab(origin.role, 'value');
  if (!origin.item) return role;
  const one = singular(role);
  return one === role ? `${role}-item` : one;
}
