/**
 * The documented headers of an answer: fields of a record beside its content.
 */
import type { Header, Operation, Response } from '../../../openapi/model.ts';
import { HEADER_NAME, HOST_HEADERS } from '../../../openapi/parameters.ts';
import { quote } from '../../../text/quote.ts';
import type { AnswerDraft, ContentDraft, HeaderDraft } from '../../graph/content-draft.ts';
import { contentShape } from '../../graph/content-draft.ts';
import { type FieldDraft, type Reference, reference } from '../../graph/draft.ts';
import { kebab, Labels } from '../../naming/labels.ts';
import { describeParameter } from '../describe.ts';
import type { Lowering, Place } from '../lower-schema.ts';
import { textShape } from '../text-shape.ts';

/**
 * Headers that follow from the content (RFC 9110 §8.3, §8.4, §8.6), or that the host adds: the time of the answer
 * (§6.6.1), and what is said of the connection (§7.6.1).
 */
const NOT_OURS: ReadonlySet<string> = new Set([
  ...HOST_HEADERS,
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'te',
  'trailer',
]);

/** The headers of a response that its service gives; others are reported. */
export function answerHeaders(response: Response, lowering: Lowering): readonly Header[] {
  const seen = new Set<string>();
  return response.headers.filter(({ name, pointer }) => {
    const key = name.toLowerCase();
    const why = whyLeftOut(key, seen);
    seen.add(key);
    if (why === undefined) return true;
    lowering.omissions.push({
      pointer,
      reason: `response header ${quote(name)} is left out: ${why}`,
    });
    return false;
  });
}

function whyLeftOut(key: string, seen: ReadonlySet<string>): string | undefined {
  if (NOT_OURS.has(key)) return 'the host or the content gives it';
  if (!HEADER_NAME.test(key)) return 'no header can have this name';
  return seen.has(key) ? 'it is described twice' : undefined;
}

/** Where an answer stands. */
export interface AnswerPlace {
  readonly operation: Operation;
  /** Label of its status. */
  readonly status: string;
}

/** An answer: content and headers, and the record of both when there are headers. */
export function answerDraft(
  content: ContentDraft | undefined,
  headers: readonly Header[],
  lowering: Lowering,
  place: AnswerPlace,
): AnswerDraft {
  const labels = new Labels(['body']);
  const drafts = headers.map((header) => headerDraft(header, labels, lowering, place.operation));
  const record = drafts.length === 0 ? undefined : answerRecord(content, drafts, place);
  return { content, headers: drafts, record };
}

function headerDraft(
  header: Header,
  labels: Labels,
  lowering: Lowering,
  operation: Operation,
): HeaderDraft {
  const plain = kebab(header.name, 'header');
  const place: Place = {
    parent: operation,
    role: header.name,
    shared: true,
    directions: { in: false, out: true },
    depth: 0,
  };
  const { schema, json } = header;
  return {
    label: labels.take(plain, `${plain}-header`),
    header,
    shape: json ? lowering.shape(schema, place) : textShape(schema, lowering, place),
    optional: !header.required,
  };
}

function answerRecord(
  content: ContentDraft | undefined,
  headers: readonly HeaderDraft[],
  { operation, status }: AnswerPlace,
): Reference {
  const common = { nullable: false, docs: undefined };
  const body: readonly FieldDraft[] =
    content === undefined
      ? []
      : [
          {
            ...common,
            label: 'body',
            wire: 'body',
            shape: contentShape(content),
            optional: false,
          },
        ];
  const { pointer } = operation;
  return reference(pointer, {
    pointer,
    origin: { from: 'operation', operation, suffix: 'response', status },
    kind: 'record',
    docs: undefined,
    fields: [
      ...body,
      ...headers.map(({ label, header, shape, optional }) => ({
        ...common,
        label,
        wire: header.name,
        docs: describeParameter({ ...header, deprecated: false }, label),
        shape,
        optional,
      })),
    ],
  });
}
