import { relative } from 'node:path';
import type { Assessment } from '../assessment/assess.ts';
import { type Catalogue, catalogueOf } from '../messages/catalogue.ts';
import type { Lang } from '../messages/lang.ts';
import { questionWords } from '../messages/questions.ts';
import type { Answers } from '../questions/answers.ts';
import { readAnswersFile } from '../questions/answers-file.ts';
import { reproducingCommand } from '../questions/command.ts';
import { type Gathered, gatherAnswers } from '../questions/gather.ts';
import { questions } from '../questions/index.ts';
import type { AnswerKey, AnswerValue, DocumentFacts } from '../questions/question.ts';
import type { ServiceFacts } from '../questions/service-facts.ts';
import type { Values } from '../questions/values.ts';
import { badInput, type Failure } from '../terminal/failure.ts';
import type { Progress } from '../terminal/progress.ts';
import type { Ask } from '../terminal/prompt.ts';
import { printable } from '../text/quote.ts';
import type { Context } from './context.ts';
import { type Destination, findDestination } from './destination.ts';
import { readFolderFacts } from './folder-facts.ts';
import { judgeService } from './judge.ts';

export interface Asked {
  readonly answers: Answers;
  /** Answers that somebody gave; the others are defaults. */
  readonly given: ReadonlySet<AnswerKey>;
  readonly destination: Destination;
  /** Answers that nobody gave and the service's files did. */
  readonly found: Gathered['found'];
  /** What is thought of the service that moves, when there is a folder of it. */
  readonly assessment: Assessment | undefined;
  /** The command that reproduces the run. */
  readonly command: string;
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
  let folder: string | undefined;
  const find = (name: string | undefined) => findDestination(host.cwd, options.out, name, folder);
  const documents = new Map<string, DocumentFacts>();
  if (ask !== undefined) {
    await context.documents.workAhead(line.answers.get('from') ?? file.get('from'));
  }
  const judged = new Map<string, ServiceFacts>();
  const judgedService = () => (folder === undefined ? undefined : judged.get(folder));
  /** What follows from the answers. */
  const ending = async (answers: Answers, service: ServiceFacts | undefined) => {
    const destination = await find(answers.name);
    if (destination === undefined) throw new Error('A project with a name has a destination.');
    const document = answers.from === undefined ? undefined : documents.get(answers.from);
    const command = reproducingCommand(answers, destination.folder, document, service);
    return { destination, command, assessment: service?.assessment };
  };
  const { answers, given, found, service } = await gatherAnswers({
    flags: line.answers,
    file,
    ask,
    cwd: host.cwd,
    folder: await readFolderFacts(host.cwd, host.env),
    remembered: async (name) => (await find(name))?.remembered.answers ?? new Map(),
    foresee(answers) {
      const tell = (end: Awaited<ReturnType<typeof ending>>): void =>
        context.documents.foresee({
          answers,
          run: { ...end, destination: end.destination.folder },
        });
      // What is wrong shows where it is wanted.
      ending(answers, judgedService()).then(tell, () => undefined);
    },
    async readDocument(path) {
      const facts =
        documents.get(path) ?? (await readDocument(context, ask, path, judgedService()));
      documents.set(path, facts);
      return facts;
    },
    async readService(path, lang) {
      folder = path;
      const facts = judged.get(path) ?? (await judgeService(context, ask, path, lang));
      judged.set(path, facts);
      return facts;
    },
  });
  if (options.strictFit && service === undefined) throw nothingToJudge();
  if (service !== undefined) tellFound(found, host.cwd, progress, service.assessment.lang);
  return { answers, given, found, ...(await ending(answers, service)) };
}

/** The document, with what it could be cut into where somebody can be asked about that. */
async function readDocument(
  { documents }: Context,
  ask: Ask | undefined,
  path: string,
  service: ServiceFacts | undefined,
): Promise<DocumentFacts> {
  const facts = await documents.facts(path);
  if (ask === undefined) return facts;
  const findings = service?.assessment.evidence.findings;
  return { ...facts, components: await documents.components(path, findings) };
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
