import type { ServedComponent } from '../../templates/node/component-host.ts';
import { compileTypes } from '../runtime/index.ts';
import type { ServiceTable } from '../runtime/table.ts';
import { callExports } from './calls.ts';
import { judge } from './judge.ts';
import { inLanes } from './lanes.ts';
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
  const requests = await sendSamples(served.url, samples.requests, table, served.threads);
  const calls = await callExports(served, samples.calls, table);
  const results = [...requests, ...calls];
  const passed = results.filter(({ ok }) => ok).length;
  return { requests, calls, passed, failed: results.length - passed };
}

/**
 * Sends the samples to any server of the service, in their order. An answer that doesn't come is a failed one.
 *
 * @param together - how many may be on their way at the same time
 */
export function sendSamples(
  url: string,
  samples: readonly SampleRequest[],
  table: ServiceTable,
  together = 1,
): Promise<SmokeRequest[]> {
  const codecs = compileTypes(table.types);
  const routes = new Map(table.routes.map((route) => [route.id, route]));
  const lane = (sample: SampleRequest): Promise<SmokeRequest> => {
    const route = sample.operation === undefined ? undefined : routes.get(sample.operation);
    return sendSample(url, sample, (answer) => judge(sample, answer, route, codecs));
  };
  return inLanes(samples, new Array(together).fill(lane));
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
