/**
 * The media types of a body or answer → its WIT type: one payload, or a variant of those with different types.
 */
import type { Media, Operation } from '../../../openapi/model.ts';
import type { ContentCaseDraft, ContentDraft, PayloadDraft } from '../../graph/content-draft.ts';
import { contentShape } from '../../graph/content-draft.ts';
import { type OperationOrigin, reference, type Shape } from '../../graph/draft.ts';
import { Labels } from '../../naming/labels.ts';
import type { Lowering, Place } from '../lower-schema.ts';
import { formPayload, partsOf } from './form.ts';
import { type Form, type Group, groupMedia } from './groups.ts';
import { describeMedia, isToldBy } from './media-docs.ts';
import { concrete, isImplied } from './media-format.ts';
import { kindLabel, mediaLabel } from './media-label.ts';

/** Requests are read, answers are written. */
type Way = 'in' | 'out';

/** Where content stands. */
export interface ContentPlace {
  readonly operation: Operation;
  /** What an inline type is there: `body`, `response`, `error`. */
  readonly role: string;
  /** Label of the answer's status. */
  readonly status?: string;
  readonly way: Way;
}

/**
 * The content of a body or answer; `undefined` when it has none. What is left out, or handed over as text or bytes
 * though the document gives it a type, is reported.
 */
export function contentOf(
  media: readonly Media[],
  lowering: Lowering,
  place: ContentPlace,
): ContentDraft | undefined {
  const { groups, leftOut } = groupMedia(media, lowering);
  reportLeftOut(groups, leftOut, lowering, place.way);
  const [only] = groups;
  if (only === undefined || groups.every(({ main }) => main.schema?.kind === 'empty')) {
    return undefined;
  }
  if (groups.length === 1) return payloadOf(only, lowering, placeOf(place, place.role), place.way);
  return choice(groups, lowering, place);
}

function choice(
  groups: readonly Group[],
  lowering: Lowering,
  place: ContentPlace,
): ContentDraft | undefined {
  const { operation, status, way } = place;
  const suffix = way === 'in' ? 'body' : 'content';
  const labels = new Labels();
  const cases = groups.map((group): ContentCaseDraft => {
    const label = labels.take(groupLabel(group));
    const inner = placeOf(place, `${label}-${suffix}`);
    return { label, payload: payloadOf(group, lowering, inner, way) };
  });
  const origin: OperationOrigin = {
    from: 'operation',
    operation,
    suffix,
    ...(status === undefined ? {} : { status }),
  };
  const { pointer } = operation;
  const variant = reference(pointer, {
    pointer,
    origin,
    kind: 'variant',
    docs: undefined,
    cases: cases.map(({ label, payload }) => ({
      label,
      docs: isToldBy(label, payload) ? undefined : describeMedia(payload),
      shape: contentShape(payload),
      anyStatus: false,
    })),
  });
  return { variant, cases };
}

function groupLabel({ main, others }: Group): string {
  const types = [main, ...others].map(({ media }) => media.type);
  return main.format === 'content' || (main.format === 'bytes' && types.length > 1)
    ? kindLabel(types)
    : mediaLabel(main.media.type);
}

function placeOf({ operation, way }: ContentPlace, role: string): Place {
  const directions = { in: way === 'in', out: way === 'out' };
  const patch = way === 'in' && operation.method === 'PATCH';
  return { parent: operation, role, shared: false, directions, patch, depth: 0 };
}

function payloadOf(group: Group, lowering: Lowering, place: Place, way: Way): PayloadDraft {
  const { main, others } = group;
  const { media, format } = main;
  switch (format) {
    case 'json': {
      const shape: Shape =
        media.schema === undefined
          ? { kind: 'json', free: true }
          : lowering.nullable(media.schema, place);
      return { media: concrete(media.type, format), format, shape, ...alsoOf(others, way) };
    }
    case 'form':
    case 'multipart':
      return { ...formPayload(main, lowering, place), ...alsoOf(others, way) };
    case 'text': {
      const shape: Shape = { kind: 'scalar', scalar: 'string', ...leafOf(group, lowering) };
      return { media: concrete(media.type, format), format, shape, ...alsoOf(others, way) };
    }
    default:
      return bytesPayload(group, lowering);
  }
}

/** One media type's bytes, or the bytes of several with the media type that they have. */
function bytesPayload(group: Group, lowering: Lowering): PayloadDraft {
  const { main, others } = group;
  const { type, pointer } = main.media;
  const leaf = leafOf(group, lowering);
  if (others.length === 0 && main.format === 'bytes') {
    return { media: type, format: 'bytes', shape: { kind: 'scalar', scalar: 'bytes', ...leaf } };
  }
  return {
    media: type,
    format: 'content',
    shape: { ...reference(pointer, lowering.mappingType('content')), ...leaf },
    accepts: [main, ...others].map(({ media }) => media.type),
  };
}

/** How the fidelity report counts text or bytes: a type that the document states is lost. */
function leafOf({ main, others }: Group, lowering: Lowering): { readonly leaf?: 'untyped' } {
  const lost = [main, ...others].filter(
    ({ schema }) => schema !== undefined && isStructured(schema),
  );
  for (const { media, format } of lost) {
    const as = format === 'text' ? 'text' : 'bytes';
    lowering.demote(media.pointer, `${media.type} is handed over as ${as}`);
  }
  return lost.length === 0 ? {} : { leaf: 'untyped' };
}

function isStructured({ kind }: NonNullable<Form['schema']>): boolean {
  return !['string', 'any', 'empty', 'enum', 'untyped'].includes(kind);
}

/** What else a request may be: read into the type of the first. */
function alsoOf(others: readonly Form[], way: Way): Pick<PayloadDraft, 'also'> {
  if (way === 'out' || others.length === 0) return {};
  const also = others.map(({ media, format }) => ({
    media: media.type,
    format,
    ...partsOf(media),
  }));
  return { also };
}

/** Twins, and in an answer what the first of a group stands for. */
function reportLeftOut(
  groups: readonly Group[],
  twins: readonly Form[],
  lowering: Lowering,
  way: Way,
): void {
  const [first] = groups;
  const main = first === undefined ? '' : concrete(first.main.media.type, first.main.format);
  const unwritten = groups.flatMap((group) =>
    way === 'in' || group.main.format === 'content' || group.main.format === 'bytes'
      ? []
      : group.others.map((form) => ({ form, instead: group.main.media.type })),
  );
  for (const { form, instead } of [
    ...unwritten.filter(({ form: { media } }) => !isImplied(media.type)),
    ...twins.map((form) => ({ form, instead: main })),
  ]) {
    const { type, pointer } = form.media;
    lowering.omissions.push({
      pointer,
      reason: `${type} is left out: the service speaks ${instead}`,
    });
  }
}
