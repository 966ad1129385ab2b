/**
 * Which media types content has, for readers.
 */
import type { ContentDraft, PayloadDraft } from '../../graph/content-draft.ts';
import { code, listed } from '../describe.ts';
import { isImplied } from './media-format.ts';
import { isCommonName } from './media-label.ts';

/** As which media types content is sent; `undefined` for plain JSON, and for several types, which say it themselves. */
export function describeMedia(content: ContentDraft): string | undefined {
  if ('variant' in content) return undefined;
  const types = mediaTypes(content);
  return types.every((type) => type === 'application/json')
    ? undefined
    : `Sent as ${listed(types.map(code), 'or')}.`;
}

/** Whether the label of a case says what it is sent as. */
export function isToldBy(label: string, payload: PayloadDraft): boolean {
  const [type = '', ...others] = mediaTypes(payload);
  return others.length === 0 && isCommonName(label, type);
}

function mediaTypes({ media, accepts, also = [] }: PayloadDraft): readonly string[] {
  const others = also.map((one) => one.media).filter((type) => !isImplied(type));
  return [...(accepts ?? [media]), ...others];
}
