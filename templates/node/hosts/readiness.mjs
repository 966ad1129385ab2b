// @ts-check
/** Whether what a service needs is there, asked through the component itself. */
import { GrantError, readGrants } from './grants.mjs';

/**
 * The grants of a component, even where required variables have no value: they are empty then, so that everything else
 * can be proven.
 *
 * @param {string} manifest the path of spin.toml
 * @param {string} component its id
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {Promise<{ grants: import('./grants.mjs').Grants, unset: readonly string[] }>}
 *   `unset`: the names that the environment would give the values under
 * @throws GrantError when spin.toml is wrong
 */
export async function grantsForProof(manifest, component, env) {
  try {
    return { grants: await readGrants(manifest, component, env), unset: [] };
  } catch (error) {
    if (!(error instanceof GrantError) || error.missing.length === 0) throw error;
    const unset = error.missing.map((name) => `SPIN_VARIABLE_${name.toUpperCase()}`);
    const empty = Object.fromEntries(unset.map((name) => [name, '']));
    return { grants: await readGrants(manifest, component, { ...env, ...empty }), unset };
  }
}

/**
 * A need that isn't there. `unreachable`: its server doesn't run here, which proves nothing; any other kind is a fault.
 * @typedef {{ need: string, kind: string, why: string }} Missing
 */

/**
 * Asks the readiness route.
 *
 * @param {{ url: string, output(): string }} served
 * @param {string} path of the route
 * @returns {Promise<Missing[]>} what the component said of each, as it printed it
 * @throws Error when the route answers neither 200 nor 503
 */
export async function missingNeeds(served, path) {
  const before = served.output().length;
  const response = await fetch(`${served.url}${path}`);
  const text = await response.text();
  if (response.status === 200) return [];
  const printed = served.output().slice(before);
  if (response.status !== 503) {
    throw new Error(`GET ${path} answered ${response.status}: ${text.trim()}\n${printed}`);
  }
  /** @type {{ need: string, kind: string }[]} */
  const needs = JSON.parse(text).needs;
  return needs.map(({ need, kind }) => ({ need, kind, why: reason(printed, need) }));
}

/** @param {string} printed @param {string} need */
function reason(printed, need) {
  const start = `Not ready: ${need}: `;
  const line = printed.split('\n').find((candidate) => candidate.includes(start)) ?? '';
  return line.slice(line.indexOf(start) + start.length);
}
