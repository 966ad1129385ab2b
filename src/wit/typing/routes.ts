/**
 * Operation drafts with names → functions of the WIT and routes of the table.
 */

import type { Parameter, ParameterPlace } from '../../openapi/model.ts';
import type { ParamCode, ResultCode, RouteCode } from '../../runtime/table.ts';
import { describeMedia } from '../drafting/contents/media-docs.ts';
import { code, describeOperation, describeParameter, paragraphs } from '../drafting/describe.ts';
import { answerShape, contentShape } from '../graph/content-draft.ts';
import type { OperationDraft } from '../graph/draft.ts';
import { bindingName, jsName } from '../naming/js-names.ts';
import type { ApiFunction, WitType } from '../typed-api.ts';
import { caseCode, contentCode, errorCode } from './content-codes.ts';
import { type TypeNames, witType } from './finish.ts';
import { typeCode } from './table-codes.ts';

/** OpenAPI 3.1, Parameter Object, `style`. */
const DEFAULT_STYLE: Readonly<Record<ParameterPlace, string>> = {
  path: 'simple',
  query: 'form',
  header: 'simple',
  cookie: 'form',
};

export function apiFunction(
  draft: OperationDraft,
  label: string,
  basePath: string,
  names: TypeNames,
): ApiFunction {
  const { operation } = draft;
  const route = routeCode(draft, jsName(label), basePath, names);
  return {
    label,
    pointer: operation.pointer,
    docs: paragraphs(
      describeOperation(operation, label),
      describeParameters(draft),
      describeResult(draft),
      code(`${operation.method} ${route.path}`),
    ),
    parameters: functionParameters(draft, names),
    ok: okType(draft, names),
    error: witType(draft.error, false, names),
    route,
  };
}

function functionParameters(
  { arguments: given, parameters, body }: OperationDraft,
  names: TypeNames,
): ApiFunction['parameters'] {
  if (given !== undefined) {
    return [{ label: 'params', js: 'params', type: witType(given, false, names) }];
  }
  const direct = parameters.map(({ label, shape, optional }) => ({
    label,
    js: bindingName(label, 'Param'),
    type: witType(shape, optional, names),
  }));
  if (body === undefined) return direct;
  const { label, optional, content } = body;
  const type = witType(contentShape(content), optional, names);
  return [...direct, { label, js: jsName(label), type }];
}

function okType({ ok }: OperationDraft, names: TypeNames): WitType | undefined {
  switch (ok.kind) {
    case 'reply':
      return witType(ok.reply, false, names);
    case 'variant':
      return witType(ok.variant, false, names);
    case 'one': {
      const { location, answer } = ok.success;
      if (location) return { kind: 'primitive', name: 'string' };
      const shape = answerShape(answer);
      return shape === undefined ? undefined : witType(shape, false, names);
    }
  }
}

/** A list, because WIT has no documentation for a single parameter; the fields of a record have their own. */
function describeParameters(draft: OperationDraft): string | undefined {
  if (draft.arguments !== undefined) return undefined;
  const described = [
    ...draft.parameters.map(({ label, parameter }) => ({
      label,
      docs: describeParameter(parameter, label),
    })),
    ...(draft.body === undefined ? [] : [draft.body]),
  ];
  const lines = described.flatMap(({ label, docs }) =>
    docs === undefined ? [] : [`- ${code(label)}: ${docs.replace(/\s+/gu, ' ')}`],
  );
  return lines.length === 0 ? undefined : lines.join('\n');
}

/** As what media type the result is sent, unless it is plain JSON; a variant says it at its cases. */
function describeResult({ ok }: OperationDraft): string | undefined {
  const content = ok.kind === 'one' ? ok.success.answer.content : undefined;
  const sent = content && describeMedia(content);
  return sent === undefined ? undefined : `The result is ${sent.replace(/^S/u, 's')}`;
}

function routeCode(
  draft: OperationDraft,
  id: string,
  basePath: string,
  names: TypeNames,
): RouteCode {
  const { operation, body } = draft;
  const isRecord = draft.arguments !== undefined;
  const path = operation.path.startsWith('/') ? operation.path : `/${operation.path}`;
  return {
    id,
    method: operation.method,
    path: basePath + path,
    params: draft.parameters.map((parameter) => ({
      js: isRecord ? jsName(parameter.label) : bindingName(parameter.label, 'Param'),
      ...wireForm(parameter.parameter),
      type: typeCode(parameter.shape, names),
      ...(parameter.optional ? { optional: true } : {}),
    })),
    ...(body === undefined
      ? {}
      : {
          body: {
            js: jsName(body.label),
            ...(body.optional ? { optional: true } : {}),
            as: contentCode(body.content, names),
          },
        }),
    call: isRecord ? 'record' : 'positional',
    ok: resultCode(draft, names),
    errors: draft.errors.map((error) => errorCode(error, names)),
  };
}

function wireForm(
  parameter: Parameter,
): Pick<ParamCode, 'in' | 'name' | 'style' | 'explode' | 'json'> {
  const { name, style, explode, json } = parameter;
  return {
    in: parameter.in,
    name,
    ...(style === DEFAULT_STYLE[parameter.in] ? {} : { style }),
    ...(explode === (style === 'form') ? {} : { explode }),
    ...(json ? { json: true } : {}),
  };
}

function resultCode({ ok }: OperationDraft, names: TypeNames): ResultCode {
  if (ok.kind === 'reply') return { kind: 'reply' };
  if (ok.kind === 'one') return { kind: 'one', ...caseCode(ok.success, names) };
  const cases = ok.successes.map((success) => [success.label, caseCode(success, names)] as const);
  return { kind: 'variant', cases: Object.fromEntries(cases) };
}
