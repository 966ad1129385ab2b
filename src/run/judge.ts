import { basename, join } from 'node:path';
import type { Assessment } from '../assessment/assess.ts';
import { warnOfGaps } from '../assessment/gaps.ts';
import { briefReport } from '../assessment/terminal.ts';
import type { FoundDocument } from '../evidence/finding.ts';
import { catalogueOf } from '../messages/catalogue.ts';
import type { Lang } from '../messages/lang.ts';
import { rankDocuments, type ServiceFacts } from '../questions/service-facts.ts';
import { cancelled, EXIT, Failure } from '../terminal/failure.ts';
import type { Ask } from '../terminal/prompt.ts';
import { shellWord } from '../text/shell-word.ts';
import type { Context } from './context.ts';

/**
 * The verb between asking and writing: reads the folder of the service that moves, says what is thought of a move, and
 * stops where that is to stay and somebody wants it so.
 *
 * @param ask - absent when nobody is there to be asked
 * @param lang - what the verdict is told in
 * @throws Failure: code 2 when the folder can't be read, code 3 for a verdict to stay with `--strict-fit`, code 130 when
 *   the user stops there
 */
export async function judgeService(
  context: Context,
  ask: Ask | undefined,
  folder: string,
  lang: Lang,
): Promise<ServiceFacts> {
  const { host, progress, services, style } = context;
  const name = basename(folder) || folder;
  const assessment = await progress.step('judge', `Read ${name}`, () =>
    services.assess(folder, lang),
  );
  warnOfGaps(assessment, progress);
  host.stderr.write(`\n${briefReport(assessment, style)}\n`);
  if (assessment.verdict.outcome === 'stay') await goOn(context, ask, assessment);
  return { assessment, documents: await usable(context, assessment) };
}

/** A verdict to stay is not passed over in silence. */
async function goOn(
  { line, progress }: Context,
  ask: Ask | undefined,
  assessment: Assessment,
): Promise<void> {
  const { verdict, evidence } = assessment;
  const stays = 'The verdict is to stay on containers';
  const command = `npx generator-wasm-component assess ${shellWord(evidence.folder)}`;
  if (line.options.strictFit) {
    throw new Failure(EXIT.stays, `${stays}: nothing was written.`, {
      hint: `Every reason, with its source: ${command}. Without --strict-fit the run goes on.`,
      cause: assessment,
    });
  }
  if (ask === undefined) {
    progress.warn(catalogueOf(assessment.lang).interview.goesOn(verdict.score));
    return;
  }
  const answer = await ask({
    type: 'confirm',
    name: 'goOn',
    message: catalogueOf(assessment.lang).interview.goOn,
    default: false,
  });
  if (answer !== true) throw cancelled();
}

/** Documents beyond this many are offered without having been read. */
const MOST_TRIED = 8;

/** The documents of the folder in their order; one that can't be used is left out, with a warning. */
async function usable(
  { progress, documents }: Context,
  { evidence }: Assessment,
): Promise<readonly FoundDocument[]> {
  const ranked = rankDocuments(evidence.documents);
  const read: FoundDocument[] = [];
  for (const document of ranked.slice(0, MOST_TRIED)) {
    try {
      await documents.facts(join(evidence.folder, document.file));
      read.push(document);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      progress.warn(`${document.file} is left aside: ${error.message}`);
    }
  }
  return [...read, ...ranked.slice(MOST_TRIED)];
}
