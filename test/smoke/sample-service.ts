import { NO_NEEDS } from '../../src/needs/need.ts';
import type { ApiModel } from '../../src/openapi/model.ts';
import { readApiDocument } from '../../src/openapi/read-api.ts';
import type { ServiceModel } from '../../src/service/model.ts';
import { type SampleRequest, sampleRequests, stubExamples } from '../../src/smoke/samples/index.ts';
import { typeApi } from '../../src/wit/lower.ts';
import { createHandler } from '../../templates/runtime/handler.ts';
import type { Service } from '../../templates/runtime/service.ts';

/** The model of a service that speaks `api`, with defaults for what samples don't look at. */
export function serviceOf(api: ApiModel, given: Partial<ServiceModel> = {}): ServiceModel {
  const { name, namespace, version, basePath } = {
    ...{ name: 'service', namespace: 'test', version: '0.1.0', basePath: api.basePath },
    ...given,
  };
  return {
    ...{ name, namespace, version, basePath },
    title: api.title,
    description: '',
    language: 'ts',
    packageManager: 'npm',
    origin: 'nothing',
    interface: { kind: 'openapi', path: 'openapi.yaml' },
    stubs: 'none',
    needs: NO_NEEDS,
    api,
    typed: typeApi(api, { namespace, name, version }, { basePath }),
    command: '',
    ...given,
  };
}

/** A document with these paths, read. */
export function apiOf(paths: unknown, schemas: unknown = {}): ApiModel {
  const info = { title: 'Test', version: '1.0.0' };
  return readApiDocument({ openapi: '3.1.0', info, paths, components: { schemas } }, 'test');
}

export interface SampleAnswer {
  readonly sample: SampleRequest;
  readonly response: Response;
}

/** Sends every sample to the handler that the component carries. */
export async function answersTo(model: ServiceModel, service: Service): Promise<SampleAnswer[]> {
  const { table } = model.typed;
  const stubs = model.stubs === 'examples';
  const examples = stubs ? { examples: stubExamples(model.api, model.typed) } : {};
  const handler = createHandler(table, service, examples);
  const answers: SampleAnswer[] = [];
  for (const sample of sampleRequests(model)) {
    answers.push({ sample, response: await handler.fetch(requestOf(sample)) });
  }
  return answers;
}

/** Node's `Request` refuses what servers get all the same: a GET with a body, TRACE. */
function requestOf(sample: SampleRequest): Request {
  const body = bodyOf(sample);
  const url = `http://component${sample.path}`;
  const request = new Request(url, {
    method: 'POST',
    headers: sample.headers,
    ...(body === undefined ? {} : { body }),
  });
  return new Proxy(request, {
    get(target, name) {
      if (name === 'method') return sample.method;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

function bodyOf({ body, bodyBase64, bodyLength }: SampleRequest): string | Uint8Array | undefined {
  if (bodyLength !== undefined) return 'a'.repeat(bodyLength);
  return bodyBase64 === undefined ? body : new Uint8Array(Buffer.from(bodyBase64, 'base64'));
}

/** Answers that are not as the sample expects, as text. */
export async function wrongAnswers(answers: readonly SampleAnswer[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const { sample, response } of answers) {
    const { check, method, path, expected, expectedHeaders = {}, expectedPointer } = sample;
    const text = await response.text();
    const headersFit = Object.entries(expectedHeaders).every(
      ([name, value]) => response.headers.get(name) === value,
    );
    const pointerFits =
      expectedPointer === undefined || text.includes(`"pointer":"#${encodeURI(expectedPointer)}"`);
    if (!expected.includes(response.status) || !headersFit || !pointerFits) {
      wrong.push(`${check} ${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
    }
  }
  return wrong;
}
