import type { ServedComponent } from '../../templates/node/component-host.ts';
import type { ServiceModel } from '../service/model.ts';
import type { SmokeResult } from '../smoke/result.ts';
import { sampleRequests, typedCalls } from '../smoke/samples/index.ts';
import { type Samples, smokeTest } from '../smoke/smoke.ts';
import { threadsFor } from '../smoke/threads.ts';
import { type Failure, proofFailed } from '../terminal/failure.ts';
import type { Progress } from '../terminal/progress.ts';
import { auditComponent } from './audit.ts';
import { bundleProject } from './bundle.ts';
import { componentizeProject } from './componentize.ts';
import { proveNeeds, surroundings } from './prove-needs.ts';
import type { BuildResult } from './result.ts';
import { transpileComponent } from './transpile.ts';
import { typecheckProject } from './typecheck.ts';

export interface Proof {
  readonly component: BuildResult;
  readonly smoke: SmokeResult;
}

/**
 * Proves a written project: builds its component and lets it answer real requests, one instance a request. Uses the
 * toolchain of this package, so the project needs nothing installed. Leaves `dist/` in the project and nothing else.
 *
 * @throws Failure (code 1) of the first step that fails; the project stays as it is.
 */
export async function proveProject(
  model: ServiceModel,
  directory: string,
  progress: Progress,
): Promise<Proof> {
  const [, component] = await sideBySide([
    progress.step('typecheck', 'Check the types', () => typecheckProject(directory)),
    buildProject(directory, progress),
  ]);
  const samples = { requests: sampleRequests(model), calls: typedCalls(model) };
  const served = await progress.step('transpile', 'Transpile and serve it', async () => {
    const host = await surroundings(model, directory);
    const threads = threadsFor(model, samples.requests.length);
    return transpileComponent(component.component, { ...host, threads });
  });
  try {
    // First, because its answer names the grant that would make other calls go wrong.
    const needs =
      model.needs.chosen.length === 0
        ? undefined
        : await progress.step('needs', 'Ask for what it needs', () =>
            proveNeeds(model, directory, served, progress),
          );
    const smoke = await progress.step('smoke', 'Call it', () =>
      callComponent(model, served, samples),
    );
    return { component, smoke: needs === undefined ? smoke : { ...smoke, needs } };
  } finally {
    await served.close();
  }
}

async function buildProject(directory: string, progress: Progress): Promise<BuildResult> {
  const bundle = await progress.step('bundle', 'Bundle the code', () => bundleProject(directory));
  const made = await progress.step('componentize', 'Make the component', () =>
    componentizeProject(bundle.project),
  );
  const result = await progress.step('audit', 'Audit its imports', () => auditComponent(bundle));
  return { ...result, ...made };
}

/**
 * Waits for both, so that nothing goes on when one has failed.
 *
 * @throws what the first one threw rather than what the second did
 */
async function sideBySide<A, B>(work: readonly [Promise<A>, Promise<B>]): Promise<[A, B]> {
  await Promise.allSettled(work);
  return Promise.all(work);
}

async function callComponent(
  model: ServiceModel,
  served: ServedComponent,
  samples: Samples,
): Promise<SmokeResult> {
  const smoke = await smokeTest(served, samples, model.typed.table);
  if (smoke.failed > 0) throw smokeFailed(smoke, served.output());
  return smoke;
}

function smokeFailed(smoke: SmokeResult, output: string): Failure {
  const wrong = [
    ...smoke.requests.map((request) => ({
      ...request,
      what: `${request.method} ${request.path} (${request.check})`,
    })),
    ...smoke.calls.map((call) => ({ ...call, what: call.function })),
  ].filter(({ ok }) => !ok);
  const lines = wrong.slice(0, 10).map(({ what, problem }) => `\n  ${what}: ${problem}`);
  if (wrong.length > 10) lines.push(`\n  … and ${wrong.length - 10} more`);
  const printed =
    output.trim() === '' ? '' : `\nThe component printed:\n${output.trim().slice(-2000)}`;
  return proofFailed(
    `${smoke.failed} of ${smoke.failed + smoke.passed} calls went wrong:${lines.join('')}${printed}`,
    { cause: smoke },
  );
}
