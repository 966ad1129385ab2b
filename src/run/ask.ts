import type { Answers } from '../questions/answers.ts';
import { readAnswersFile } from '../questions/answers-file.ts';
import { reproducingCommand } from '../questions/command.ts';
import { gatherAnswers } from '../questions/gather.ts';
import type { AnswerKey, DocumentFacts } from '../questions/question.ts';
import type { Values } from '../questions/values.ts';
import type { Ask } from '../terminal/prompt.ts';
import type { Context } from './context.ts';
import { type Destination, findDestination } from './destination.ts';
import { readFolderFacts } from './folder-facts.ts';

export interface Asked {
  readonly answers: Answers;
  /** Answers that somebody gave; the others are defaults. */
  readonly given: ReadonlySet<AnswerKey>;
  readonly destination: Destination;
  /** The command that reproduces the run. */
  readonly command: string;
}

/**
 * The first verb: gathers the answers from flags, answers file, what the destination remembers, prompts and defaults.
 *
 * @param ask - absent when nobody is there to be asked
 * @throws Failure: code 2 for wrong or missing answers, code 130 when the user cancels
 */
export async function askAnswers(context: Context, ask: Ask | undefined): Promise<Asked> {
  const { host, line, progress, services } = context;
  const { options } = line;
  const warn = (text: string) => progress.warn(text);
  line.notes.forEach(warn);
  const file: Values =
    options.answers === undefined
      ? new Map()
      : await readAnswersFile(options.answers, host.cwd, warn);
  const find = (name: string | undefined) => findDestination(host.cwd, options.out, name);
  const documents = new Map<string, DocumentFacts>();
  const { answers, given } = await gatherAnswers({
    flags: line.answers,
    file,
    ask,
    cwd: host.cwd,
    folder: await readFolderFacts(host.cwd, host.env),
    remembered: async (name) => (await find(name))?.remembered.answers ?? new Map(),
    async readDocument(path) {
      const facts = documents.get(path) ?? (await services.readApi(path));
      documents.set(path, facts);
      return facts;
    },
  });
  const destination = await find(answers.name);
  if (destination === undefined) throw new Error('A project with a name has a destination.');
  const document = answers.from === undefined ? undefined : documents.get(answers.from);
  return {
    answers,
    given,
    destination,
    command: reproducingCommand(answers, destination.folder, document),
  };
}
