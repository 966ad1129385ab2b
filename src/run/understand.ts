import { basename } from 'node:path';
import type { AppModel } from '../app/model.ts';
import type { ProjectFile } from '../project/file.ts';
import type { ServiceModel } from '../service/model.ts';
import { WORLD } from '../wit/printing/print.ts';
import type { Demotion } from '../wit/typed-api.ts';
import type { Asked } from './ask.ts';
import type { Context } from './context.ts';

export interface Understood {
  readonly model: ServiceModel;
  /** Where the user wants several components. */
  readonly app: AppModel | undefined;
  readonly plan: readonly ProjectFile[];
}

/**
 * Reads the service, plans its project and checks the plan: from here on nothing that is written can be wrong.
 *
 * @throws Failure (code 2) when the service can't be read
 */
export async function understand(context: Context, asked: Asked): Promise<Understood> {
  const { progress, services, documents } = context;
  const { answers, assessment, command, destination } = asked;
  const run = { destination: destination.folder, command, assessment };
  const { model, known } = await progress.step('read', readLabel(answers.from), async () => {
    const known = await documents.known({ answers, run });
    return { model: await services.readService(answers, run, known), known };
  });
  const wanted = answers.components ?? [];
  const app = wanted.length === 0 ? undefined : await services.readApp(model, wanted);
  const plan = await progress.step('plan', 'Plan the project', () =>
    app === undefined ? (known.plan ?? services.planProject(model)) : services.planApp(app),
  );
  const folders = app?.components.map(({ folder }) => `${folder}/wit/`) ?? ['wit/'];
  await progress.step('wit', 'Check the WIT', async () => {
    for (const folder of folders) await services.checkWit(witIn(folder, plan), WORLD);
  });
  const models = app?.components.map((component) => component.model) ?? [model];
  for (const one of models) warnAboutDemotions(one, progress);
  warnAboutDrafts(model, progress);
  return { model, app, plan };
}

/** The WIT of a folder of the plan, by its path in there. */
function witIn(folder: string, plan: readonly ProjectFile[]): ReadonlyMap<string, string> {
  const wit = plan.filter(({ path }) => path.startsWith(folder) && path.endsWith('.wit'));
  return new Map(wit.map(({ path, content }) => [path.slice(folder.length), content]));
}

function readLabel(from: string | undefined): string {
  return from === undefined ? 'Read the interface' : `Read ${basename(from)}`;
}

/** Nothing is left out in silence: what isn't typed is counted here, and listed in `--json` and `wit/FIDELITY.md`. */
function warnAboutDemotions({ typed }: ServiceModel, progress: Context['progress']): void {
  const { demotions, omissions, operations, emitted } = typed.report;
  if (emitted < operations) {
    progress.warn(`${operations - emitted} of ${operations} operations are left out.`);
  }
  warnOf(demotions, 'not typed yet: JSON text, or bytes', progress);
  warnOf(omissions, 'left out', progress);
}

/** A draft was asked for by name; what that means is said once more where it is given. */
function warnAboutDrafts({ needs }: ServiceModel, progress: Context['progress']): void {
  const drafts = needs.chosen.filter(({ stage }) => stage === 'draft');
  for (const { wit } of drafts) {
    progress.warn(
      `${wit.imports.join(', ')} is a draft: hosts run that one version, and it may change.`,
    );
  }
}

function warnOf(places: readonly Demotion[], what: string, progress: Context['progress']): void {
  const [first] = places;
  if (first === undefined) return;
  const count = places.length === 1 ? '1 place' : `${places.length} places`;
  progress.warn(
    `${count} of the document ${places.length === 1 ? 'is' : 'are'} ${what}. The first is ${first.pointer}: ${first.reason}`,
  );
}
