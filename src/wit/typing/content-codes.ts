/**
 * Drafts of what requests and answers hold → codes of the table.
 */
import type {
  AnswerCode,
  CaseCode,
  ContentCode,
  ErrorCode,
  HeaderCode,
  PayloadCode,
} from '../../runtime/table.ts';
import type {
  AlsoDraft,
  AnswerDraft,
  ContentDraft,
  HeaderDraft,
  PayloadDraft,
} from '../graph/content-draft.ts';
import type { ErrorDraft, SuccessDraft } from '../graph/draft.ts';
import { jsName } from '../naming/js-names.ts';
import type { TypeNames } from './finish.ts';
import { typeCode } from './table-codes.ts';

export function contentCode(content: ContentDraft, names: TypeNames): ContentCode {
  if (!('variant' in content)) return payloadCode(content, names);
  return {
    cases: content.cases.map(({ label, payload }) => [label, payloadCode(payload, names)] as const),
  };
}

export function caseCode(success: SuccessDraft, names: TypeNames): CaseCode {
  const { status, location, answer } = success;
  return { status, ...answerCode(answer, names), ...(location ? { location: true } : {}) };
}

export function errorCode({ label, status, answer }: ErrorDraft, names: TypeNames): ErrorCode {
  return { tag: label, status, ...answerCode(answer, names) };
}

function payloadCode(payload: PayloadDraft, names: TypeNames): PayloadCode {
  const { format, shape, accepts, also } = payload;
  const isTyped = format === 'json' || format === 'form' || format === 'multipart';
  return {
    ...alsoCode(payload),
    ...(isTyped ? { type: typeCode(shape, names) } : {}),
    ...(accepts === undefined ? {} : { accepts }),
    ...(also === undefined ? {} : { also: also.map(alsoCode) }),
  };
}

function alsoCode({ media, format, parts }: AlsoDraft): Pick<PayloadCode, 'media' | 'format'> {
  return { media, format, ...(parts === undefined ? {} : { parts: Object.fromEntries(parts) }) };
}

function answerCode({ content, headers }: AnswerDraft, names: TypeNames): AnswerCode {
  return {
    ...(content === undefined ? {} : { payload: contentCode(content, names) }),
    ...(headers.length === 0 ? {} : { headers: headers.map((one) => headerCode(one, names)) }),
  };
}

function headerCode({ label, header, shape, optional }: HeaderDraft, names: TypeNames): HeaderCode {
  return {
    js: jsName(label),
    name: header.name,
    type: typeCode(shape, names),
    ...(optional ? { optional: true } : {}),
    ...(header.explode ? { explode: true } : {}),
    ...(header.json ? { json: true } : {}),
  };
}
