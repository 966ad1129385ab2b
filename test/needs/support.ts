import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serviceNeeds } from '../../src/needs/service-needs.ts';
import { planProject } from '../../src/project/plan.ts';
import type { Answers } from '../../src/questions/answers.ts';
import type { ServiceModel } from '../../src/service/model.ts';
import type { Progress } from '../../src/terminal/progress.ts';
import { answersOf } from '../support/answers.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';
import { starterModel } from '../support/models.ts';

/** The starter with needs, as answers give them. */
export function modelWith(
  changes: Partial<Answers>,
  more: Parameters<typeof starterModel>[0] = {},
): ServiceModel {
  return starterModel({ ...more, needs: serviceNeeds(answersOf(changes)) });
}

/** Every file of the project's plan, by path. */
export async function plannedFiles(model: ServiceModel): Promise<ReadonlyMap<string, string>> {
  return new Map((await planProject(model)).map(({ path, content }) => [path, content]));
}

/** Writes the project to a folder of its own. */
export async function writtenProject(model: ServiceModel): Promise<string> {
  const directory = join(await temporaryFolder(), model.name);
  await writeFiles(directory, await plannedFiles(model));
  return directory;
}

/** Puts the fixture that calls every wrapper into a written project. */
export async function withScenarios(directory: string): Promise<void> {
  const fixture = fileURLToPath(new URL('../fixtures/needs', import.meta.url));
  await cp(fixture, join(directory, 'src'), { recursive: true });
}

/** Changes a file of a project; fails when there is nothing to change. */
export async function changeFile(path: string, from: string | RegExp, to: string): Promise<void> {
  const before = await readFile(path, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${path} has no ${from}`);
  await writeFile(path, after);
}

/** Progress that keeps what was warned about. */
export function recorder(): Progress & { readonly warnings: string[] } {
  const warnings: string[] = [];
  return {
    step: async (_key, _label, work) => await work(),
    note: () => undefined,
    clear: () => undefined,
    warn: (text) => void warnings.push(text),
    timings: {},
    warnings,
  };
}
