import type { ServedComponent } from '../../templates/node/component-host.ts';
import { compileTypes } from '../runtime/index.ts';
import type { ServiceTable } from '../runtime/table.ts';
import { callExports } from './calls.ts';
import { judge } from './judge.ts';
import type { SmokeRequest, SmokeResult } from './result.ts';
import type { SampleRequest, TypedCall } from './samples/contract.ts';
import { send } from './send.ts';

export interface Samples {
  readonly requests: readonly SampleRequest[];
  readonly calls: readonly TypedCall[];
}

/** Sends the samples to the served component, over HTTP and through its typed exports, and judges every answer. */
export async function smokeTest(
  served: ServedComponent,
  samples: Samples,
  table: ServiceTable,
): Promise<SmokeResult> {
  const requests = await sendSamples(served.url, samples.requests, table);
  const calls = await callExports(served, samples.calls, table);
  const results = [...requests, ...calls];
  const passed = results.filter(({ ok }) => ok).length;
  return { requests, calls, passed, failed: results.length - passed };
}

/** Sends the samples to any server of the service, one after the other. An answer that doesn't come is a failed one. */
export async function sendSamples(
  url: string,
  samples: readonly SampleRequest[],
  table: ServiceTable,
): Promise<SmokeRequest[]> {
  const codecs = compileTypes(table.types);
  const results: SmokeRequest[] = [];
  for (const sample of samples) {
    const route = table.routes.find(({ id }) => id === sample.operation);
    results.push(await sendSample(url, sample, (answer) => judge(sample, answer, route, codecs)));
  }
  return results;
}

async function sendSample(
  url: string,
  sample: SampleRequest,
  judgement: (answer: Awaited<ReturnType<typeof send>>) => string | undefined,
): Promise<SmokeRequest> {
  const { method, path, check, expected } = sample;
  const start = performance.now();
  try {
    const answer = await send(url, sample);
    const problem = judgement(answer);
    return {
      ...{ method, path, check, expected },
      status: answer.status,
      ok: problem === undefined,
      ms: answer.ms,
      ...(problem !== undefined && { problem }),
    };
  } catch (error) {
    return {
      ...{ method, path, check, expected },
      status: 0,
      ok: false,
      ms: Math.round(performance.now() - start),
      problem: error instanceof Error ? error.message : String(error),
    };
  }
}
