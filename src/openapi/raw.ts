/** A JSON object of the document, not yet understood. Its keys are untrusted: `__proto__` may be an own key. */
export type Raw = Readonly<Record<string, unknown>>;

/** Whether `value` is a JSON object (neither array nor null). */
export function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of a JSON object, none when it is something else. */
export function entriesOf(value: unknown): [string, unknown][] {
  return isRaw(value) ? Object.entries(value) : [];
}

/** The items of an array, none when it is something else. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text with something in it. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What stands in the document, for a message: a text as it is, anything else as JSON. */
export function statedText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
}

/** Specification extensions are ignored everywhere (OAS 3.1.1, Specification Extensions). */
export function isExtension(key: string): boolean {
  return key.startsWith('x-');
}
