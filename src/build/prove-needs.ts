import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ComponentError,
  type HostOptions,
  type ServedComponent,
} from '../../templates/node/component-host.ts';
import { GrantError } from '../../templates/node/hosts/grants.mjs';
import { grantsForProof, missingNeeds } from '../../templates/node/hosts/readiness.mjs';
import type { Need } from '../needs/need.ts';
import { readinessPath } from '../needs/readiness-path.ts';
import { packageRoot } from '../project/package-root.ts';
import type { ServiceModel } from '../service/model.ts';
import type { NeedResult } from '../smoke/result.ts';
import { proofFailed } from '../terminal/failure.ts';
import type { Progress } from '../terminal/progress.ts';

/**
 * The host modules of the service's needs, and what `spin.toml` grants; nothing when it needs nothing.
 *
 * @throws Failure (code 1) when the manifest can't be what Spin starts from
 */
export async function surroundings(model: ServiceModel, directory: string): Promise<HostOptions> {
  if (model.needs.chosen.length === 0) return {};
  const folder = join(packageRoot(), 'templates', 'node', 'hosts');
  const hosts = model.needs.chosen.flatMap(({ proof }) => proof.host ?? []);
  return {
    hosts: hosts.map((name) => pathToFileURL(join(folder, `${name}.mjs`))),
    grants: (await readProofGrants(model, directory)).grants,
  };
}

/**
 * Asks the component, by its readiness route, for each of its needs. A server that does not run here proves nothing and
 * is told; a grant that is missing is a fault of the project.
 *
 * @throws Failure (code 1) with what the component said, which names the grant
 */
export async function proveNeeds(
  model: ServiceModel,
  directory: string,
  served: ServedComponent,
  progress: Progress,
): Promise<readonly NeedResult[]> {
  if (model.needs.chosen.some(({ wit }) => wit.exports.includes(REDIS_DOOR)))
    await callRedisDoor(served);
  const { grants, unset } = await readProofGrants(model, directory);
  if (unset.length > 0) {
    progress.warn(
      `Spin does not start without ${unset.join(', ')}: they were empty for this proof.`,
    );
  }
  const missing = new Map(
    (await missingNeeds(served, readinessPath(model))).map((one) => [one.need, one]),
  );
  for (const { need, kind, why } of missing.values()) {
    if (kind !== 'unreachable') {
      throw proofFailed(`The component does not get what it needs (${need}): ${why}`, {
        where: 'spin.toml',
      });
    }
  }
  return model.needs.chosen.map((need): NeedResult => {
    const absent = missing.get(need.name);
    if (absent === undefined) return { need: need.name, proven: true };
    const why = unproven(need, model.name, { variables: grants.variables, unset, why: absent.why });
    progress.warn(`Not proven: ${why}`);
    return { need: need.name, proven: false, why };
  });
}

const REDIS_DOOR = 'fermyon:spin/inbound-redis';

/** Sends a message through the door, as Spin's trigger does. A function that refuses it is right too; a trap is not. */
async function callRedisDoor(served: ServedComponent): Promise<void> {
  try {
    await served.deliver(new TextEncoder().encode('{}'));
  } catch (error) {
    if (error instanceof ComponentError) return;
    throw proofFailed(`A message of the Redis trigger ends the component: ${String(error)}`, {
      cause: error,
    });
  }
}

/** What is missing on this machine, and how to bring it. */
function unproven(
  { title, name, proof }: Need,
  service: string,
  state: { variables: Readonly<Record<string, string>>; unset: readonly string[]; why: string },
): string {
  const { server } = proof;
  if (server === undefined) return `${title}: ${state.why}`;
  const address = server.address.replace(
    /\{\{ (\w+) \}\}/gu,
    (_match, variable: string) => state.variables[variable] ?? '',
  );
  const unset = state.unset.filter((variable) =>
    variable.startsWith(`SPIN_VARIABLE_${name.toUpperCase()}_`),
  );
  const first = unset.length === 0 ? '' : ` Set ${unset.join(', ')}.`;
  const start = server.start.replaceAll('=NAME', `=${service}`);
  return `no ${title} at ${address} that lets the component in (${state.why}).${first} Start one with: ${start}`;
}

async function readProofGrants({ name }: ServiceModel, directory: string) {
  try {
    return await grantsForProof(join(directory, 'spin.toml'), name, process.env);
  } catch (error) {
    if (!(error instanceof GrantError)) throw error;
    throw proofFailed(error.message, { where: 'spin.toml', cause: error });
  }
}
