import type { Schema } from '../../openapi/model.ts';
import { matchPattern } from './pattern.ts';

type StringSchema = Extract<Schema, { kind: 'string' }>;

/**
 * A value of each format that OpenAPI 3.1 and JSON Schema 2020-12 name; addresses are from the ranges kept for
 * documents.
 */
const BY_FORMAT: ReadonlyMap<string, string> = new Map([
  ['byte', 'c2FtcGxl'],
  ['date', '2026-01-31'],
  ['date-time', '2026-01-31T09:30:00Z'],
  ['time', '09:30:00Z'],
  ['duration', 'PT1H30M'],
  ['uuid', '123e4567-e89b-42d3-a456-426614174000'],
  ['email', 'ada@example.com'],
  ['idn-email', 'ada@example.com'],
  ['hostname', 'example.com'],
  ['idn-hostname', 'example.com'],
  ['ipv4', '192.0.2.1'],
  ['ipv6', '2001:db8::1'],
  ['uri', 'https://example.com/sample'],
  ['url', 'https://example.com/sample'],
  ['iri', 'https://example.com/sample'],
  ['uri-reference', '/sample'],
  ['iri-reference', '/sample'],
  ['uri-template', '/sample/{id}'],
  ['json-pointer', '/sample'],
  ['regex', '^sample$'],
  ['decimal', '12.50'],
]);

const PLAIN = 'sample';

/** No text is made longer: a `minLength` of a million is no reason to send one. */
const LONGEST = 10_000;

/** A text for the schema's format, pattern and lengths, as far as they can be met at once; lengths win. */
export function sampleText(schema: StringSchema): string {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
  const fits = (text: string | undefined): text is string => {
    const length = text === undefined ? -1 : [...text].length;
    return length >= minLength && length <= maxLength;
  };
  const byFormat = BY_FORMAT.get(schema.format ?? '');
  if (fits(byFormat)) return byFormat;
  const { pattern } = schema;
  if (pattern !== undefined) {
    const repeats = [4, 1, 0, Math.min(minLength, LONGEST)];
    const matching = repeats.map((repeat) => matchPattern(pattern, repeat)).find(fits);
    if (matching !== undefined) return matching;
  }
  return PLAIN.padEnd(Math.min(minLength, LONGEST), 'e').slice(0, maxLength);
}
