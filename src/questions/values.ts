import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { isAddress } from '../openapi/locate.ts';
import { child } from '../openapi/pointer.ts';
import { badInput, type Failure } from '../terminal/failure.ts';
import { nearest } from '../text/nearest.ts';
import { quote } from '../text/quote.ts';
import { questions } from './index.ts';
import type {
  AnswerKey,
  AnswerValue,
  Checked,
  ChoiceQuestion,
  ListQuestion,
  Question,
  SeveralQuestion,
} from './question.ts';

/** Checked answers of one source; in the questions' normal form, paths absolute. */
export type Values = ReadonlyMap<AnswerKey, AnswerValue>;

/** Where a value was given: for messages, and for what its relative paths are seen from. */
export interface Place {
  /** `--name`, or `answers.yaml#/name`. */
  readonly where: string;
  readonly folder: string;
  /** Told what of a value is not kept. */
  note?(text: string): void;
}

/**
 * An answer in its normal form.
 *
 * @throws Failure (code 2) that proposes a value, when the type or the value is wrong
 */
export function checkAnswer(question: Question, raw: unknown, place: Place): AnswerValue {
  switch (question.kind) {
    case 'switch':
      if (typeof raw === 'boolean') return raw;
      throw wrongType(question, raw, 'true or false', place);
    case 'list':
      return checkList(question, raw, place);
    case 'several':
      return checkSeveral(question, raw, place);
    case 'choice':
      return checkChoice(question, raw, place);
    default: {
      if (typeof raw !== 'string') throw wrongType(question, raw, 'a string', place);
      const text = accept(question.check(raw), place.where, place.note);
      const isPath = question.kind === 'path' && text !== '' && !isAddress(text);
      return isPath ? resolve(place.folder, text) : text;
    }
  }
}

/**
 * The answers in an object that a person wrote: an answers file, or what `.yo-rc.json` remembers.
 *
 * @param at - the pointer of the object, as `answers.yaml#`
 * @throws Failure (code 2) with the pointer of the unknown key or of the wrong value
 */
export function checkAnswers(
  record: unknown,
  at: string,
  folder: string,
  note?: (text: string) => void,
): Values {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) {
    throw badInput('The answers are not an object.', {
      where: at,
      hint: 'Write one key an answer, as in {"name": "orders"}.',
    });
  }
  const values = new Map<AnswerKey, AnswerValue>();
  for (const [key, raw] of Object.entries(record)) {
    if (key === '$schema') continue;
    const question = questions.find((candidate) => candidate.key === key);
    if (question === undefined) throw unknownKey(key, at);
    const place = { where: `${at}/${key}`, folder, ...(note && { note }) };
    const value = checkAnswer(question, raw, place);
    // A folder stands for the service in it, where a document is expected too.
    const isService = question.kind === 'path' && isFolder(String(value));
    values.set(isService ? 'service' : question.key, value);
  }
  return values;
}

/** Whether a path is one of a folder. */
export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The value, or what is wrong with it as a Failure. */
export function accept(checked: Checked, where: string, note?: (text: string) => void): string {
  if ('value' in checked) {
    if (checked.note !== undefined) note?.(checked.note);
    return checked.value;
  }
  const { problem, proposal } = checked;
  if (proposal === undefined) throw badInput(problem, { where });
  throw badInput(problem, { where, hint: `Try ${proposal === '' ? 'an empty text' : proposal}.` });
}

function checkChoice(question: ChoiceQuestion, raw: unknown, place: Place): AnswerValue {
  const values = question.choices.map(({ value }) => value);
  if (typeof raw !== 'string') throw wrongType(question, raw, `one of ${values.join(', ')}`, place);
  // The question declares the values of its key's type.
  if (values.includes(raw)) return raw as AnswerValue;
  throw noSuchValue(question, raw, values, place);
}

/** Each value once, in the order of the choices, so that the same answer is written in one way. */
function checkSeveral(question: SeveralQuestion, raw: unknown, place: Place): AnswerValue {
  const values = question.choices.map(({ value }) => value);
  if (!Array.isArray(raw)) throw wrongType(question, raw, 'a list of strings', place);
  for (const [index, item] of raw.entries()) {
    const at = { ...place, where: itemPlace(place, index) };
    if (typeof item !== 'string') throw wrongType(question, item, 'a string', at);
    if (!values.includes(item)) throw noSuchValue(question, item, values, at);
  }
  return values.filter((value) => raw.includes(value));
}

function noSuchValue(
  question: Question,
  raw: string,
  values: readonly string[],
  { where }: Place,
): Failure {
  const near = nearest(raw, values);
  return badInput(`${quote(raw)} is not a value of ${question.key}.`, {
    where,
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}Possible: ${values.join(', ')}.`,
  });
}

/** A flag has no pointer to an item. */
function itemPlace({ where }: Place, index: number): string {
  return where.startsWith('--') ? where : `${where}/${index}`;
}

function checkList(question: ListQuestion, raw: unknown, place: Place): AnswerValue {
  if (!Array.isArray(raw)) throw wrongType(question, raw, 'a list of strings', place);
  return raw.map((item, index) => {
    const where = itemPlace(place, index);
    if (typeof item !== 'string') throw wrongType(question, item, 'a string', { ...place, where });
    return accept(question.check(item), where, place.note);
  });
}

function wrongType(question: Question, raw: unknown, wanted: string, place: Place): Failure {
  return badInput(`${question.key} is ${wanted}, not ${typeName(raw)}.`, { where: place.where });
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function unknownKey(key: string, at: string): Failure {
  const keys = questions.map((question) => question.key);
  const near = nearest(key, keys);
  return badInput(`${quote(key)} is not an answer.`, {
    where: child(at, key),
    hint: near === undefined ? `Possible: ${keys.join(', ')}.` : `Did you mean ${near}?`,
  });
}
