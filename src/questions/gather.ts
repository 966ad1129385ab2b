import { LANGS, type Lang } from '../messages/lang.ts';
import { badInput, type Failure } from '../terminal/failure.ts';
import type { Ask } from '../terminal/prompt.ts';
import type { Answers } from './answers.ts';
import { questions } from './index.ts';
import { type Documents, Interview } from './interview.ts';
import type {
  AnswerKey,
  AnswerValue,
  DocumentFacts,
  Facts,
  FolderFacts,
  Known,
  Question,
} from './question.ts';
import type { Found, ServiceFacts } from './service-facts.ts';
import type { Values } from './values.ts';

/** Where answers come from, first to last: flags, answers file, what the destination remembers, prompts, defaults. */
export interface AnswerSources extends Documents {
  readonly flags: Values;
  readonly file: Values;
  /** What the destination remembers, as soon as it is known: at the latest once the name is. */
  remembered(name: string | undefined): Promise<Values>;
  /** Asks the user; absent without a terminal and with `--yes`. */
  readonly ask: Ask | undefined;
  readonly folder: FolderFacts;
  /** Told what the answers will be if the user takes what is proposed: once the document is known, and again as it changes. */
  foresee?(answers: Answers): void;
}

export interface Gathered {
  readonly answers: Answers;
  /** Answers that somebody gave, now or in an earlier run; the others are defaults. */
  readonly given: ReadonlySet<AnswerKey>;
  /** Answers that nobody gave and the service's files did, with what shows them. */
  readonly found: ReadonlyMap<AnswerKey, Found<AnswerValue>>;
  readonly service: ServiceFacts | undefined;
}

/**
 * Gathers every answer. Remembered answers are what a prompt proposes, and what holds when nobody is asked.
 *
 * @throws Failure: code 2 when answers contradict each other or one is missing, code 130 when the user cancels
 */
export async function gatherAnswers(sources: AnswerSources): Promise<Gathered> {
  const said = new Map([...sources.file, ...sources.flags]);
  refuseContradictions(said);
  implyInterface(said);
  return new Gathering(sources, said).run();
}

/** Answers that may be nothing. */
const UNANSWERED = { service: undefined, lang: undefined, from: undefined, components: undefined };

class Gathering {
  readonly #sources: AnswerSources;
  readonly #said: Map<AnswerKey, AnswerValue>;
  readonly #values = new Map<AnswerKey, AnswerValue>();
  readonly #given = new Set<AnswerKey>();
  readonly #found = new Map<AnswerKey, Found<AnswerValue>>();
  #remembered: Values = new Map();
  #document: DocumentFacts | undefined;
  #service: ServiceFacts | undefined;
  #interview: Interview | undefined;

  constructor(sources: AnswerSources, said: Map<AnswerKey, AnswerValue>) {
    this.#sources = sources;
    this.#said = said;
  }

  async run(): Promise<Gathered> {
    this.#remembered = await this.#sources.remembered(asText(this.#said.get('name')));
    const { ask } = this.#sources;
    if (ask !== undefined) this.#interview = new Interview(ask, this.#sources, this.#lang());
    const missing: Question[] = [];
    for (const question of questions) {
      if (!(await this.#settle(question))) missing.push(question);
      if (question.key === 'name' && (await this.#recallByName())) return this.run();
      this.#foresee();
    }
    if (missing.length > 0) throw missingAnswers(missing);
    // Every key was settled above, or has nothing as an answer.
    const answers = { ...UNANSWERED, ...this.#known() } as Answers;
    return { answers, given: this.#given, found: this.#found, service: this.#service };
  }

  /** Settles one answer; false when nobody gives it. */
  async #settle(question: Question): Promise<boolean> {
    const { key } = question;
    const value = await this.#valueOf(question);
    if (value === undefined) {
      return question.optional ?? question.when?.(this.#known()) === false;
    }
    this.#values.set(key, value);
    if (key === 'from') this.#document = await this.#sources.readDocument(String(value));
    if (key === 'service') {
      this.#service = await this.#sources.readService(String(value), this.#lang());
    }
    return true;
  }

  async #valueOf(question: Question): Promise<AnswerValue> {
    const { key } = question;
    const known = this.#known();
    if (this.#said.has(key)) return this.#give(key, this.#said.get(key));
    if (question.when?.(known) === false) return question.fallback(known, this.#facts());
    const remembered = this.#remembered.get(key);
    const found = this.#find(question);
    const fallback = question.fallback(known, this.#facts());
    const proposed = found?.value ?? question.proposal?.(known, this.#facts()) ?? fallback;
    const value = remembered ?? proposed;
    if (await this.#interview?.asks(question, value, () => this.#details())) {
      const shownBy = remembered === undefined ? found?.shownBy : undefined;
      const proposal = { value, shownBy, offers: this.#offers(question) };
      return this.#give(key, await this.#interview?.ask(question, proposal));
    }
    if (remembered !== undefined) return this.#give(key, remembered);
    if (found === undefined) return fallback;
    this.#found.set(key, found);
    return found.value;
  }

  /** Tells the answers as they would be without further prompts; nothing while one has no value. */
  #foresee(): void {
    if (this.#interview === undefined || this.#document === undefined) return;
    const values = new Map(this.#values);
    for (const question of questions) {
      const { key } = question;
      if (values.has(key)) continue;
      const known: Known = Object.fromEntries([...this.#said, ...values]);
      const isMeant = question.when?.(known) !== false;
      const stored = isMeant
        ? (this.#remembered.get(key) ?? this.#find(question)?.value)
        : undefined;
      const value = this.#said.get(key) ?? stored ?? question.fallback(known, this.#facts());
      if (value !== undefined) values.set(key, value);
      else if (isMeant && question.optional !== true) return;
    }
    // Every key has a value now, or has nothing as an answer.
    const answers = { ...UNANSWERED, ...Object.fromEntries([...this.#said, ...values]) } as Answers;
    this.#sources.foresee?.(answers);
  }

  /** The language that is spoken from the first question on: nobody is asked for it. */
  #lang(): Lang {
    const given = this.#said.get('lang') ?? this.#remembered.get('lang');
    return LANGS.find((lang) => lang === given) ?? this.#sources.folder.lang;
  }

  /** What the service's files show. */
  #find(question: Question): Found<AnswerValue> | undefined {
    return this.#service && question.found?.(this.#service, this.#facts());
  }

  #offers(question: Question): readonly string[] {
    if (question.kind === 'list') return question.offers?.(this.#facts()) ?? [];
    if (question.kind !== 'path' || this.#service === undefined) return [];
    return question.offers?.(this.#service) ?? [];
  }

  #give(key: AnswerKey, value: AnswerValue): AnswerValue {
    this.#given.add(key);
    return value;
  }

  /**
   * A name that nobody gave may lead to a project that remembers more. Then everything is settled once more, so that a
   * second run of the same command is the same run.
   */
  async #recallByName(): Promise<boolean> {
    const name = asText(this.#values.get('name'));
    if (name === undefined || this.#said.has('name') || this.#remembered.size > 0) return false;
    this.#remembered = await this.#sources.remembered(name);
    if (this.#remembered.size === 0 || this.#interview !== undefined) return false;
    this.#said.set('name', name);
    this.#values.clear();
    this.#found.clear();
    this.#document = undefined;
    this.#service = undefined;
    return true;
  }

  /** What the questions after the interview would be answered with. */
  #details(): readonly (readonly [Question, AnswerValue])[] {
    return questions
      .filter((question) => question.asked === 'details' && !this.#said.has(question.key))
      .filter((question) => question.when?.(this.#known()) !== false)
      .map((question) => {
        const value = this.#remembered.get(question.key) ?? this.#find(question)?.value;
        return [question, value ?? question.fallback(this.#known(), this.#facts())] as const;
      });
  }

  #known(): Known {
    return Object.fromEntries([...this.#said, ...this.#values]);
  }

  #facts(): Facts {
    return { document: this.#document, folder: this.#sources.folder, service: this.#service };
  }
}

/** `--from` and `--operation` say where the interface comes from, whatever the last run did. */
function implyInterface(said: Map<AnswerKey, AnswerValue>): void {
  if (said.has('interface')) return;
  if (said.has('from')) said.set('interface', 'openapi');
  if (said.has('operations')) said.set('interface', 'operations');
}

/** An answer that its interface has no use for is a mistake, not a detail to drop. */
function refuseContradictions(said: Values): void {
  const source = said.get('interface');
  for (const [key, needed] of [
    ['from', 'openapi'],
    ['operations', 'operations'],
  ] as const) {
    if (!said.has(key) || source === undefined || source === needed) continue;
    throw badInput(`The interface can't be ${String(source)} and come from --${flagOf(key)} too.`, {
      where: `--${flagOf(key)}`,
      hint: `Leave one of them out, or say --interface ${needed}.`,
    });
  }
  if (said.has('from') && said.has('operations') && source === undefined) {
    throw badInput('The interface comes from a document or from operations, not from both.', {
      where: '--from, --operation',
      hint: 'Leave one of them out.',
    });
  }
}

function missingAnswers(missing: readonly Question[]): Failure {
  const flags = missing.map((question) => {
    const value = 'placeholder' in question ? ` ${question.placeholder}` : '';
    return `--${question.flag}${value}`;
  });
  return badInput(`Nobody to ask, and no answer for: ${flags.join(', ')}.`, {
    hint: `Give ${flags.length === 1 ? 'it' : 'them'} as flags, or in an answers file (--answers FILE).`,
  });
}

function flagOf(key: AnswerKey): string {
  return questions.find((question) => question.key === key)?.flag ?? key;
}

function asText(value: AnswerValue): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
