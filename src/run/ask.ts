import { relative } from 'node:path';
import { type Catalogue, catalogueOf } from '../messages/catalogue.ts';
import type { Lang } from '../messages/lang.ts';
import { questionWords } from '../messages/questions.ts';
import type { Answers } from '../questions/answers.ts';
import { readAnswersFile } from '../questions/answers-file.ts';
import { type Gathered, gatherAnswers } from '../questions/gather.ts';
import { questions } from '../questions/index.ts';
import type { AnswerKey, AnswerValue } from '../questions/question.ts';
import type { Values } from '../questions/values.ts';
import { badInput, type Failure } from '../terminal/failure.ts';
import type { Progress } from '../terminal/progress.ts';
import type { Ask } from '../terminal/prompt.ts';
import { printable } from '../text/quote.ts';
import type { Context } from './context.ts';
import { readFolderFacts } from './folder-facts.ts';
import { type Ending, Readings } from './readings.ts';

export interface Asked extends Ending {
  readonly answers: Answers;
  /** Answers that somebody gave; the others are defaults. */
  readonly given: ReadonlySet<AnswerKey>;
  /** Answers that nobody gave and the service's files did. */
  readonly found: Gathered['found'];
}

/**
 * The first verb: gathers the answers from flags, answers file, what the destination remembers, prompts, the service's
 * own files and defaults.
 *
 * @param ask - absent when nobody is there to be asked
 * @throws Failure: code 2 for wrong or missing answers, code 3 for a service that should stay with `--strict-fit`, code
 *   130 when the user cancels
 */
export async function askAnswers(context: Context, ask: Ask | undefined): Promise<Asked> {
  const { host, line, progress } = context;
  const { options } = line;
  const warn = (text: string) => progress.warn(text);
  line.notes.forEach(warn);
  const file: Values =
    options.answers === undefined
      ? new Map()
      : await readAnswersFile(options.answers, host.cwd, warn);
  if (ask !== undefined) {
    await context.documents.workAhead(line.answers.get('from') ?? file.get('from'));
  }
  const readings = new Readings(context, ask);
  const { answers, given, found, service } = await gatherAnswers({
    flags: line.answers,
    file,
    ask,
    cwd: host.cwd,
    folder: await readFolderFacts(host.cwd, host.env),
    remembered: (name) => readings.remembered(name),
    foresee: (likely) => readings.foresee(likely),
    readDocument: (path) => readings.document(path),
    readService: (path, lang) => readings.service(path, lang),
  });
  if (options.strictFit && service === undefined) throw nothingToJudge();
  if (service !== undefined) tellFound(found, host.cwd, progress, service.assessment.lang);
  return { answers, given, found, ...(await readings.ending(answers)) };
}

/** Nothing is decided in silence: each answer that the service's files gave is told, with the place that shows it. */
function tellFound(found: Gathered['found'], cwd: string, progress: Progress, lang: Lang): void {
  const catalogue = catalogueOf(lang);
  for (const question of questions) {
    const { key, kind } = question;
    const proposal = found.get(key);
    if (proposal === undefined) continue;
    const { value, shownBy, warning } = proposal;
    const text = kind === 'path' ? relative(cwd, String(value)) : brief(value, catalogue);
    const what = lang === 'en' ? key : questionWords(question, lang).name;
    progress.note(printable(catalogue.interview.found(what, text, shownBy)));
    if (warning !== undefined) progress.warn(printable(warning));
  }
}

function brief(value: AnswerValue, { verdict }: Catalogue): string {
  if (!Array.isArray(value)) return String(value);
  const [first, ...others] = value;
  return others.length === 0 ? String(first) : verdict.namesAndMore(String(first), others.length);
}

function nothingToJudge(): Failure {
  return badInput('--strict-fit judges a service, and no folder of one was given.', {
    where: '--strict-fit',
    hint: 'Give its folder: --from FOLDER',
  });
}
