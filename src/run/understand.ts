import { basename } from 'node:path';
import type { ProjectFile } from '../project/file.ts';
import type { ServiceModel } from '../service/model.ts';
import { WORLD } from '../wit/printing/print.ts';
import type { Demotion } from '../wit/typed-api.ts';
import type { Asked } from './ask.ts';
import type { Context } from './context.ts';

export interface Understood {
  readonly model: ServiceModel;
  readonly plan: readonly ProjectFile[];
}

const WIT_FOLDER = 'wit/';

/**
 * Reads the service, plans its project and checks the plan: from here on nothing that is written can be wrong.
 *
 * @throws Failure (code 2) when the service can't be read
 */
export async function understand(context: Context, asked: Asked): Promise<Understood> {
  const { progress, services } = context;
  const { answers, assessment, command, destination } = asked;
  const model = await progress.step('read', readLabel(answers.from), () =>
    services.readService(answers, { destination: destination.folder, command, assessment }),
  );
  const plan = await progress.step('plan', 'Plan the project', () => services.planProject(model));
  const wit = plan
    .filter(({ path }) => path.startsWith(WIT_FOLDER) && path.endsWith('.wit'))
    .map(({ path, content }) => [path.slice(WIT_FOLDER.length), content] as const);
  await progress.step('wit', 'Check the WIT', () => services.checkWit(new Map(wit), WORLD));
  warnAboutDemotions(model, progress);
  warnAboutDrafts(model, progress);
  return { model, plan };
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
