/**
 * A WIT package id (`acme:orders@1.0.0`) from whatever a document or a user calls them.
 */
import { kebab } from './naming/labels.ts';

export interface PackageId {
  readonly namespace: string;
  readonly name: string;
  readonly version: string;
}

/**
 * Coerces the three parts to valid WIT. Values that are valid already stay as they are.
 *
 * @param wanted - for instance `{ namespace: 'Acme Inc', name: 'Orders API', version: 'v1' }`
 */
export function packageId(wanted: PackageId): PackageId {
  return {
    namespace: kebab(wanted.namespace, 'local'),
    name: kebab(wanted.name, 'service'),
    version: semver(wanted.version),
  };
}

const SEMVER =
  /^(?:0|[1-9]\d{0,14})(?:\.(?:0|[1-9]\d{0,14})){2}(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*))*)?(?:\+[\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*)?$/u;

/**
 * Full semver, which is all that WIT takes: `v1` → `1.0.0`, `1.2` → `1.2.0`, `2024-01-31` → `2024.1.31`,
 * `Wed Jan 31 2024` → `2024.1.31`, `1.0-beta` → `1.0.0-beta`, `latest` → `0.0.0-latest`.
 */
export function semver(version: string): string {
  const text = version.trim().replace(/^v(?:ersion)?[\s.]*(?=\d)/iu, '');
  if (text.length <= 100 && SEMVER.test(text)) return text;
  const date = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u.exec(text);
  const match = date ?? /^(\d{1,15})(?:\.(\d{1,15}))?(?:\.(\d{1,15}))?(?!\d)/u.exec(text);
  if (match === null) return dateInWords(text) ?? withTag('0.0.0', text);
  const numbers = [match[1], match[2], match[3]].map((digits) => Number(digits ?? 0));
  return date === null
    ? withTag(numbers.join('.'), text.slice(match[0].length))
    : numbers.join('.');
}

/** YAML readers make `Wed Jan 31 2024 01:00:00 GMT+0100` of a date without quotes. */
function dateInWords(text: string): string | undefined {
  const [, month = '', day, year] =
    /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2}),? (\d{4})\b/iu.exec(
      text,
    ) ?? [];
  const months = 'janfebmaraprmayjunjulaugsepoctnovdec';
  if (day === undefined) return undefined;
  return [Number(year), months.indexOf(month.toLowerCase()) / 3 + 1, Number(day)].join('.');
}

/** What follows the numbers is kept as a pre-release when it starts with a letter: `-beta`, `.Final`, `rc1`. */
function withTag(numbers: string, rest: string): string {
  const tag = /^[^\dA-Za-z]{0,2}([A-Za-z][\dA-Za-z]{0,30})/u.exec(rest)?.[1];
  return tag === undefined ? numbers : `${numbers}-${tag.toLowerCase()}`;
}
