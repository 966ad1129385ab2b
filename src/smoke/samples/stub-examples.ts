import type { ApiModel, Operation } from '../../openapi/model.ts';
import { firstForm } from '../../runtime/index.ts';
import type { CaseCode, ExampleCode, Examples, ResultCode } from '../../runtime/table.ts';
import type { TypedApi } from '../../wit/typed-api.ts';
import { type SampleContext, sampleContext } from './context.ts';
import { mediaFor, samplePayload } from './input.ts';

/**
 * What operations answer until they are written, by route id: the first documented success with the document's example,
 * or with a payload made up from its schema where there is none that fits.
 */
export function stubExamples(api: ApiModel, typed: TypedApi): Examples {
  const context = sampleContext(api, typed);
  return Object.fromEntries(
    context.operations.map(({ route, operation }) => [
      route.id,
      exampleOf(context, operation, route.ok),
    ]),
  );
}

function exampleOf(context: SampleContext, operation: Operation, ok: ResultCode): ExampleCode {
  const [success] = ok.kind === 'variant' ? Object.values(ok.cases) : ok.kind === 'one' ? [ok] : [];
  // Without a documented success, 200 is what a client expects.
  return success === undefined ? { status: 200 } : caseExample(context, operation, success);
}

function caseExample(context: SampleContext, operation: Operation, code: CaseCode): ExampleCode {
  const { status, payload } = code;
  if (payload === undefined) return { status };
  const names = [String(status), `${String(status).charAt(0)}XX`];
  const response = operation.responses.find((one) => names.includes(one.status));
  const form = firstForm(payload);
  const media = mediaFor(response?.media ?? [], form);
  const body = samplePayload(context, form, media, 'response');
  return body === undefined ? { status } : { status, media: form.media, body };
}
