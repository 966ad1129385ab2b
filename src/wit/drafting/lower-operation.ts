/**
 * Operations → drafts of functions: parameters, body, result, errors.
 */
import type { Operation, Parameter, ParameterPlace } from '../../openapi/model.ts';
import { contentShape } from '../graph/content-draft.ts';
import {
  type BodyDraft,
  type FieldDraft,
  type OperationDraft,
  type ParameterDraft,
  type Reference,
  reference,
} from '../graph/draft.ts';
import { kebab, Labels } from '../naming/labels.ts';
import { contentOf } from './contents/content.ts';
import { describeMedia } from './contents/media-docs.ts';
import { beyondLabel, describeParameter, withRemarks } from './describe.ts';
import { lowerResponses } from './lower-responses.ts';
import type { Lowering, Place } from './lower-schema.ts';
import { textShape } from './text-shape.ts';

/** More arguments than one reads at a call are a record. */
const MAX_POSITIONAL = 6;

const PLACES: readonly ParameterPlace[] = ['path', 'query', 'header', 'cookie'];

export function lowerOperation(operation: Operation, lowering: Lowering): OperationDraft {
  const labels = new Labels();
  const parameters = PLACES.flatMap((place) =>
    operation.parameters
      .filter((parameter) => parameter.in === place)
      .map((parameter) => lowerParameter(operation, parameter, labels, lowering)),
  );
  const body = lowerBody(operation, labels, lowering);
  const count = parameters.length + (body === undefined ? 0 : 1);
  return {
    operation,
    parameters,
    body,
    arguments: count > MAX_POSITIONAL ? argumentsRecord(operation, parameters, body) : undefined,
    ...lowerResponses(operation, lowering),
  };
}

function lowerParameter(
  operation: Operation,
  parameter: Parameter,
  labels: Labels,
  lowering: Lowering,
): ParameterDraft {
  const plain = kebab(parameter.name, 'param');
  const place: Place = {
    parent: operation,
    role: parameter.name,
    shared: true,
    directions: { in: true, out: false },
    depth: 0,
  };
  return {
    label: labels.take(plain, `${parameter.in}-${plain}`),
    parameter,
    shape: parameter.json
      ? lowering.shape(parameter.schema, place)
      : textShape(parameter.schema, lowering, place),
    optional: !parameter.required && parameter.in !== 'path',
  };
}

function lowerBody(
  operation: Operation,
  labels: Labels,
  lowering: Lowering,
): BodyDraft | undefined {
  const { body } = operation;
  if (body === undefined) return undefined;
  const content = contentOf(body.media, lowering, { operation, role: 'body', way: 'in' });
  if (content === undefined) return undefined;
  const label = labels.take('body', 'request-body');
  return {
    label,
    optional: !body.required,
    docs: withRemarks(beyondLabel(body.description, label), [describeMedia(content)]),
    content,
  };
}

function argumentsRecord(
  operation: Operation,
  parameters: readonly ParameterDraft[],
  body: BodyDraft | undefined,
): Reference {
  const fields: FieldDraft[] = parameters.map(({ label, parameter, shape, optional }) => ({
    label,
    wire: parameter.name,
    docs: describeParameter(parameter, label),
    shape,
    optional,
    nullable: false,
  }));
  if (body !== undefined) {
    const { label, docs, optional, content } = body;
    fields.push({
      label,
      wire: 'body',
      docs,
      shape: contentShape(content),
      optional,
      nullable: false,
    });
  }
  return reference(operation.pointer, {
    pointer: operation.pointer,
    origin: { from: 'operation', operation, suffix: 'params' },
    kind: 'record',
    docs: undefined,
    fields,
  });
}
