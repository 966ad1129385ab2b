import { relative, resolve } from 'node:path';
import { type Catalogue, catalogueOf } from '../messages/catalogue.ts';
import type { Lang } from '../messages/lang.ts';
import { type QuestionWords, questionWords } from '../messages/questions.ts';
import { badInput, Failure } from '../terminal/failure.ts';
import type { Ask } from '../terminal/prompt.ts';
import type { AnswerValue, DocumentFacts, Question } from './question.ts';
import type { ServiceFacts } from './service-facts.ts';
import { accept, checkAnswer, isFolder } from './values.ts';

/** How what a path names is read. */
export interface Documents {
  /** What paths typed at a prompt are seen from. */
  readonly cwd: string;
  /** @throws Failure (code 2) when the document can't be read */
  readDocument(path: string): Promise<DocumentFacts>;
  /**
   * Reads and judges the service in a folder, in the language of the interview.
   *
   * @throws Failure: code 2 when it can't be read, others when the run ends there
   */
  readService(path: string, lang: Lang): Promise<ServiceFacts>;
}

/** What a prompt proposes. */
export interface Proposal {
  readonly value: AnswerValue;
  /** What shows it, when the service's files do. */
  readonly shownBy: string | undefined;
  /** Paths to choose from. */
  readonly offers: readonly string[];
}

/** The prompts of one run. */
export class Interview {
  readonly #ask: Ask;
  readonly #documents: Documents;
  readonly #lang: Lang;
  #wantsDetails: Promise<boolean> | undefined;

  constructor(ask: Ask, documents: Documents, lang: Lang) {
    this.#ask = ask;
    this.#documents = documents;
    this.#lang = lang;
  }

  /**
   * Whether the question is put to the user: those of the interview are; the details when the user wants to change one,
   * or when there is nothing to propose.
   *
   * @param details - the questions about details, with what they would be answered with
   */
  async asks(
    question: Question,
    proposal: AnswerValue,
    details: () => readonly (readonly [Question, AnswerValue])[],
  ): Promise<boolean> {
    if (question.asked === 'never') return false;
    if (question.optional && proposal === undefined) return false;
    if (question.asked === 'always' || proposal === undefined) return true;
    this.#wantsDetails ??= this.#askForDetails(details());
    return this.#wantsDetails;
  }

  /** The user's answer, checked. */
  async ask(
    question: Question,
    { value: proposal, shownBy, offers }: Proposal,
  ): Promise<AnswerValue> {
    const { key: name } = question;
    const words = questionWords(question, this.#lang);
    const message = shownBy === undefined ? words.message : `${words.message} (${shownBy})`;
    const choices = 'choices' in question ? question.choices.map((one) => nameOf(one, words)) : [];
    if (question.kind === 'list' && offers.length > 0) {
      const wanted = Array.isArray(proposal) ? proposal.map(String) : [];
      const checked = offers.map((value) => ({
        name: value,
        value,
        checked: wanted.includes(value),
      }));
      const answer = await this.#ask({ type: 'checkbox', name, message, choices: checked });
      return checkAnswer(question, answer ?? [], { where: message, folder: '' });
    }
    if (question.kind === 'path' && offers.length > 1) {
      const chosen = await this.#choose(question, offers, proposal);
      if (chosen !== '') return this.#read(question, chosen);
    }
    switch (question.kind) {
      case 'switch':
        return Boolean(
          await this.#ask({ type: 'confirm', name, message, default: proposal === true }),
        );
      case 'choice': {
        const answer = await this.#ask({
          type: 'select',
          name,
          message,
          choices,
          default: String(proposal),
        });
        // The prompt returns one of the question's own values.
        return answer as AnswerValue;
      }
      case 'several': {
        const wanted = new Set(Array.isArray(proposal) ? proposal.map(String) : []);
        const checked = choices.map((one) => ({ ...one, checked: wanted.has(one.value) }));
        const answer = await this.#ask({ type: 'checkbox', name, message, choices: checked });
        return checkAnswer(question, answer ?? [], { where: message, folder: '' });
      }
      default: {
        const read = (text: string) => this.#read(question, text);
        const validate = (text: string) => read(text).then(() => true as const, problemText);
        const answer = await this.#ask({
          type: 'input',
          name,
          message,
          validate,
          ...this.#withDefault(question, proposal),
        });
        return read(String(answer ?? ''));
      }
    }
  }

  /** One of several paths; an empty text for none of them. */
  async #choose(
    question: Question,
    offers: readonly string[],
    proposal: AnswerValue,
  ): Promise<string> {
    const { key: name } = question;
    const { message } = questionWords(question, this.#lang);
    const choices = [
      ...offers.map((path) => ({ name: this.#fromHere(path), value: path })),
      { name: catalogueOf(this.#lang).interview.anotherPath, value: '' },
    ];
    const first = { type: 'select', name, message, choices, default: String(proposal) } as const;
    return String(await this.#ask(first));
  }

  async #read(
    question: Exclude<Question, { kind: 'switch' | 'choice' | 'several' }>,
    text: string,
  ): Promise<AnswerValue> {
    const where = question.message;
    if (question.kind === 'list') {
      const items = question.split(text);
      const none = items.length === 0 && question.optional !== true;
      return (none ? [text] : items).map((item) => accept(question.check(item), where));
    }
    const value = accept(question.check(text), where);
    if (question.kind === 'text') return value;
    // The answer that there is nothing to read.
    if (value === '') return undefined;
    const path = resolve(this.#documents.cwd, value);
    if (question.holds === 'file') await this.#documents.readDocument(path);
    else if (!isFolder(path)) throw badInput('There is no such folder.', { where: value });
    return path;
  }

  #fromHere(path: string): string {
    const { cwd } = this.#documents;
    return relative(cwd, resolve(cwd, path)) || '.';
  }

  #withDefault(question: Question, proposal: AnswerValue): { default?: string } {
    if (proposal === undefined || proposal === '') return {};
    if (Array.isArray(proposal)) return { default: proposal.join(', ') };
    const text = String(proposal);
    return { default: question.kind === 'path' ? this.#fromHere(text) : text };
  }

  async #askForDetails(details: readonly (readonly [Question, AnswerValue])[]): Promise<boolean> {
    const { interview } = catalogueOf(this.#lang);
    const shown = details.map(([question, value]) => {
      const { name } = questionWords(question, this.#lang);
      return `${name} ${inWords(value, interview)}`;
    });
    const answer = await this.#ask({
      type: 'confirm',
      name: 'details',
      message: interview.details(shown.join(', ')),
      default: false,
    });
    return answer === true;
  }
}

/** The message that a prompt shows below the line; anything unexpected goes on. */
function problemText(error: unknown): string {
  if (!(error instanceof Failure)) throw error;
  const where = error.where === undefined || error.where.endsWith(':') ? '' : ` (${error.where})`;
  return [`${error.message}${where}`, error.hint].filter((part) => part !== undefined).join(' ');
}

function nameOf({ value, label }: { value: string; label: string }, words: QuestionWords) {
  return { name: words.choices?.[value] ?? label, value };
}

function inWords(value: AnswerValue, words: Catalogue['interview']): string {
  if (value === true) return words.yes;
  if (value === false) return words.no;
  const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
  if (text === '') return words.none;
  return text.length > 30 ? `${text.slice(0, 30).trimEnd()}…` : text;
}
