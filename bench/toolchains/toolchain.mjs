// @ts-check
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { measured } from '../support/process.mjs';
import { installed } from './installed.mjs';

/**
 * A way from nothing to a component that has answered, and from an edit to a component again.
 *
 * @typedef {object} Toolchain
 * @property {string} name
 * @property {string} label what the reader of a table sees
 * @property {(folder: string, env: Env) => Promise<Prepared>} prepare what is there before the clock starts
 * @property {(directory: string, env: Env) => Promise<Green>} firstGreen
 * @property {(folder: string, env: Env) => Promise<Rebuild>} project made and built once
 */
/** @typedef {Readonly<Record<string, string>>} Env with the folders of caches */
/** @typedef {string} Prepared the directory that `firstGreen` starts in */
/**
 * `steps`: seconds of each, which may overlap. `checks`: answers that were looked at.
 *
 * @typedef {{ seconds: number, steps: Readonly<Record<string, number>>, checks: number }} Green
 */
/** @typedef {{ source: string, build: () => Promise<unknown> }} Rebuild `source`: a file to edit */

/**
 * Does the steps one after the other.
 *
 * @param {Readonly<Record<string, () => Promise<unknown>>>} steps @returns {Promise<Omit<Green, 'checks'>>}
 */
export async function inSteps(steps) {
  /** @type {Record<string, number>} */
  const taken = {};
  for (const [name, step] of Object.entries(steps)) taken[name] = (await measured(step)).seconds;
  return { seconds: Object.values(taken).reduce((sum, seconds) => sum + seconds, 0), steps: taken };
}

/** Gives a project the packages of an opponent, as if it had installed them. @param {keyof typeof import('./packages.mjs').opponents} opponent @param {string} project */
export async function linkModules(opponent, project) {
  await symlink(installed(opponent), join(project, 'node_modules'), 'junction');
}
