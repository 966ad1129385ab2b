import type { ApiModel, Operation } from '../../openapi/model.ts';
import type { CaseCode, ExampleCode, Examples, ResultCode } from '../../runtime/table.ts';
import type { TypedApi } from '../../wit/typed-api.ts';
import { type SampleBody, sampleBodies, writtenBody } from './body.ts';
import { type SampleContext, sampleContext } from './context.ts';
import { sampleHeaders } from './headers.ts';

/**
 * What operations answer until they are written, by route id: the first documented success with the document's example,
 * or with a payload made up from its schema where there is none that fits, and with the headers that it must have.
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
  const names = [String(status), `${String(status).charAt(0)}XX`];
  const response = operation.responses.find((one) => names.includes(one.status));
  const headers = sampleHeaders(context, code, response?.headers ?? []);
  const [body] =
    payload === undefined ? [] : sampleBodies(context, payload, response?.media ?? [], 'response');
  return {
    status,
    ...(body === undefined ? {} : exampleBody(body)),
    ...(headers.length === 0 ? {} : { headers }),
  };
}

function exampleBody(sample: SampleBody): Omit<ExampleCode, 'status'> {
  const { contentType: media, ...written } = writtenBody(sample);
  return sample.form.format === 'json' ? { media, body: sample.value } : { media, ...written };
}
