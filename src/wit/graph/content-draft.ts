/**
 * Drafts of what requests and answers hold: the content in its media types, and the headers of an answer.
 */
import type { Header } from '../../openapi/model.ts';
import type { PartCode, PayloadCode } from '../../runtime/table.ts';
import type { Reference, Shape } from './draft.ts';

/** Content of one type, or of several. */
export type ContentDraft = PayloadDraft | ChoiceDraft;

export interface PayloadDraft {
  readonly media: string;
  readonly format: PayloadCode['format'];
  readonly shape: Shape;
  /** Of forms: how properties are written, where that is not the rule. */
  readonly parts?: Parts;
  /** Of `content`: media types and ranges. */
  readonly accepts?: readonly string[];
  /** Other media types that are read into the same type. */
  readonly also?: readonly AlsoDraft[];
}

export type AlsoDraft = Pick<PayloadDraft, 'media' | 'format' | 'parts'>;

/** By property. */
export type Parts = ReadonlyMap<string, PartCode>;

/** Content of several types: the value is a case of `variant`, by media type. */
export interface ChoiceDraft {
  readonly variant: Reference;
  readonly cases: readonly ContentCaseDraft[];
}

export interface ContentCaseDraft {
  readonly label: string;
  readonly payload: PayloadDraft;
}

/** What an answer of one status holds. */
export interface AnswerDraft {
  readonly content: ContentDraft | undefined;
  readonly headers: readonly HeaderDraft[];
  /** Of the content and the headers; there is none without headers. */
  readonly record: Reference | undefined;
}

export interface HeaderDraft {
  readonly label: string;
  readonly header: Header;
  readonly shape: Shape;
  readonly optional: boolean;
}

/** The WIT type of content. */
export function contentShape(content: ContentDraft): Shape {
  return 'variant' in content ? content.variant : content.shape;
}

/** The WIT type of an answer; `undefined` when it holds nothing. */
export function answerShape({ content, record }: AnswerDraft): Shape | undefined {
  return record ?? (content === undefined ? undefined : contentShape(content));
}
