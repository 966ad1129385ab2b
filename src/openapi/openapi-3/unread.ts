import { quote } from '../../text/quote.ts';
import { methodOf } from '../methods.ts';
import type { Pointer } from '../model.ts';
import { child, ROOT } from '../pointer.ts';
import { entriesOf, isExtension, isRaw, type Raw } from '../raw.ts';
import type { Reading } from '../reading.ts';

/** Notes the webhooks and security schemes of a document. */
export function noteUnread(reading: Reading, document: Raw): void {
  for (const [name, entry] of entriesOf(document.webhooks)) {
    const pointer = child(ROOT, 'webhooks', name);
    const methods = methodsOf(reading, entry, pointer);
    reading.note(
      pointer,
      `The webhook ${quote(name)} is not served: the service sends it${methods && `, by ${methods}`}.`,
    );
  }
  const { securitySchemes } = isRaw(document.components) ? document.components : {};
  if (entriesOf(securitySchemes).length > 0) {
    reading.note(
      child(ROOT, 'components', 'securitySchemes'),
      'Security schemes are not read: nothing checks credentials.',
    );
  }
}

/** Notes the callbacks of an operation: what they call, and where. */
export function noteCallbacks(reading: Reading, callbacks: unknown, place: Pointer): void {
  for (const [name, entry] of entriesOf(callbacks)) {
    const at = child(place, name);
    const { value, pointer } = reading.references.findEnd({ value: entry, pointer: at }) ?? {
      value: {},
      pointer: at,
    };
    const calls = entriesOf(value)
      .filter(([key]) => !isExtension(key))
      .map(([url, item]) =>
        `${methodsOf(reading, item, child(pointer, url))} ${quote(url)}`.trim(),
      );
    const what = calls.length > 0 ? `: the service calls ${calls.join(', ')}` : '';
    reading.note(at, `The callback ${quote(name)} is not served${what}.`);
  }
}

/** Notes the links of a response. */
export function noteLinks(reading: Reading, links: unknown, pointer: Pointer): void {
  const names = entriesOf(links).map(([name]) => quote(name));
  if (names.length > 0) reading.note(pointer, `Links are not read: ${names.join(', ')}.`);
}

function methodsOf(reading: Reading, entry: unknown, pointer: Pointer): string {
  return entriesOf(reading.references.findEnd({ value: entry, pointer })?.value)
    .flatMap(([key]) => methodOf(key) ?? [])
    .join(', ');
}
