/**
 * Media types as labels of cases.
 */
import { kebab } from '../../naming/labels.ts';
import { MULTIPART, URL_ENCODED } from './media-format.ts';

/** What people call a media type, where that isn't in its name. */
const NAMES: ReadonlyMap<string, string> = new Map([
  [URL_ENCODED, 'form'],
  [MULTIPART, 'multipart'],
  ['application/octet-stream', 'binary'],
  ['text/yml', 'yaml'],
  ['plain/text', 'plain'],
  ['application/msword', 'doc'],
  ['application/vnd.ms-excel', 'xls'],
  ['application/vnd.ms-powerpoint', 'ppt'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'],
  ['application/*', 'any'],
  ['*/*', 'any'],
]);

/** Kinds of content that one word covers. */
const KINDS: ReadonlySet<string> = new Set(['audio', 'font', 'image', 'model', 'text', 'video']);

/**
 * The label of a media type: `application/merge-patch+json` → `merge-patch`, `text/csv` → `csv`, `image/*` → `image`,
 * `application/vnd.acme.order.v2+json` → `acme-order-v2`.
 */
export function mediaLabel(type: string): string {
  const known = NAMES.get(type);
  if (known !== undefined) return known;
  const [kind = '', subtype = ''] = type.split('/');
  if (subtype === '*') return kebab(kind, 'content');
  const name = subtype
    .replace(/^json\+/u, '')
    .replace(/^(?:(?:x|vnd|prs)[.-])+/u, '')
    .replace(/^\*\+/u, '');
  return kebab(name.replace(/(?<=.)\+(?:json|xml|ya?ml|cbor|zip|gzip)$/u, ''), 'content');
}

/** The label of several media types together: `image` when all are images, else `content`. */
export function kindLabel(types: readonly string[]): string {
  const kinds = new Set(types.map((type) => type.split('/')[0] ?? ''));
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined && KINDS.has(kind) ? kind : 'content';
}

/** Whether people who read the label of a case know the media type: `csv`, `multipart`, `pdf`. */
export function isCommonName(label: string, type: string): boolean {
  const isPlain = type === `application/${label}` || type === `text/${label}`;
  return isPlain || (NAMES.get(type) === label && !type.includes('*'));
}
