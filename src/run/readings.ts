import type { Assessment } from '../assessment/assess.ts';
import type { Lang } from '../messages/lang.ts';
import type { Answers } from '../questions/answers.ts';
import { reproducingCommand } from '../questions/command.ts';
import type { DocumentFacts } from '../questions/question.ts';
import type { ServiceFacts } from '../questions/service-facts.ts';
import type { Values } from '../questions/values.ts';
import type { Ask } from '../terminal/prompt.ts';
import type { Context } from './context.ts';
import { type Destination, findDestination } from './destination.ts';
import { judgeService } from './judge.ts';

/** What follows from the answers. */
export interface Ending {
  readonly destination: Destination;
  /** The command that reproduces the run. */
  readonly command: string;
  /** What is thought of the service that moves, when there is a folder of it. */
  readonly assessment: Assessment | undefined;
}

/** What answers name, read once each: the document, the folder of the service, the project that is there already. */
export class Readings {
  readonly #context: Context;
  readonly #ask: Ask | undefined;
  readonly #documents = new Map<string, DocumentFacts>();
  readonly #services = new Map<string, ServiceFacts>();
  /** Of the service, as soon as it is known. */
  #folder: string | undefined;

  /** @param ask - absent when nobody is there to be asked */
  constructor(context: Context, ask: Ask | undefined) {
    this.#context = context;
    this.#ask = ask;
  }

  async remembered(name: string | undefined): Promise<Values> {
    return (await this.#find(name))?.remembered.answers ?? new Map();
  }

  /**
   * The document, with what it could be cut into where somebody can be asked about that.
   *
   * @throws Failure (code 2) when it can't be read
   */
  async document(path: string): Promise<DocumentFacts> {
    const facts = this.#documents.get(path) ?? (await this.#readDocument(path));
    this.#documents.set(path, facts);
    return facts;
  }

  /** @throws as `judgeService` does */
  async service(path: string, lang: Lang): Promise<ServiceFacts> {
    this.#folder = path;
    const facts =
      this.#services.get(path) ?? (await judgeService(this.#context, this.#ask, path, lang));
    this.#services.set(path, facts);
    return facts;
  }

  /** Has the project planned for answers that are likely. What is wrong with them shows when they are given. */
  foresee(answers: Answers): void {
    const { documents } = this.#context;
    this.ending(answers).then(
      ({ destination, ...rest }) =>
        documents.foresee({ answers, run: { ...rest, destination: destination.folder } }),
      () => undefined,
    );
  }

  /** @throws Failure (code 2) when the destination can't be one */
  async ending(answers: Answers): Promise<Ending> {
    const destination = await this.#find(answers.name);
    if (destination === undefined) throw new Error('A project with a name has a destination.');
    const document = answers.from === undefined ? undefined : this.#documents.get(answers.from);
    const service = this.#judged(answers.service);
    const command = reproducingCommand(answers, destination.folder, document, service);
    return { destination, command, assessment: service?.assessment };
  }

  #find(name: string | undefined): Promise<Destination | undefined> {
    const { host, line } = this.#context;
    return findDestination(host.cwd, line.options.out, name, this.#folder);
  }

  #judged(folder: string | undefined): ServiceFacts | undefined {
    return folder === undefined ? undefined : this.#services.get(folder);
  }

  async #readDocument(path: string): Promise<DocumentFacts> {
    const { documents } = this.#context;
    const facts = await documents.facts(path);
    if (this.#ask === undefined) return facts;
    const findings = this.#judged(this.#folder)?.assessment.evidence.findings;
    return { ...facts, components: await documents.components(path, findings) };
  }
}
