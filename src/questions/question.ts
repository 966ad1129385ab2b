import type { Lang } from '../messages/lang.ts';
import type { PackageManager } from '../service/model.ts';
import type { Answers } from './answers.ts';
import type { Found, ServiceFacts } from './service-facts.ts';

export type AnswerKey = keyof Answers;

/** Answers while they are being gathered. */
export type Known = { readonly [Key in AnswerKey]?: Answers[Key] };

/** What a default may depend on, besides the answers before it. */
export interface Facts {
  /** The OpenAPI document, once it is known and read. */
  readonly document: DocumentFacts | undefined;
  readonly folder: FolderFacts;
  /** What the service's own files say, once its folder is known and read. */
  readonly service: ServiceFacts | undefined;
}

/** What a document says that answers are made from. */
export interface ApiFacts {
  readonly title: string;
  /** `info.version`, verbatim. */
  readonly version: string;
  readonly description: string | undefined;
  readonly basePath: string;
}

export interface DocumentFacts extends ApiFacts {
  /** Names of the components that it could be, when it could be several. */
  readonly components?: readonly string[] | undefined;
}

export interface FolderFacts {
  /** An OpenAPI document that lies in the working directory, relative to it. */
  readonly document: string | undefined;
  /** The working directory, as `.`, when it looks like the folder of a service. */
  readonly service: string | undefined;
  /** The one that runs us, or whose lockfile lies in the working directory. */
  readonly packageManager: PackageManager;
  /** Git is installed, and the working directory is in no repository. */
  readonly canInitGit: boolean;
  /** Of the user's locale. */
  readonly lang: Lang;
}

/** A value in its normal form, or what is wrong with the text and a value that would do. */
export type Checked =
  | {
      readonly value: string;
      /** What of the text the value does not keep, to be told. */
      readonly note?: string;
    }
  | { readonly problem: string; readonly proposal?: string };

interface Declaration<Key extends AnswerKey> {
  /** Key in the answers file, in `.yo-rc.json` and in `Answers`. */
  readonly key: Key;
  /** Flag, without its dashes. */
  readonly flag: string;
  /** The question, as it is asked. */
  readonly message: string;
  /** What the answer does, for `--help`, the README and the JSON Schema: one line, no full stop. */
  readonly help: string;
  /**
   * `always`: part of the interview. `details`: asked when the user wants to change more than that. `never`: a flag and a
   * key of the answers file only.
   */
  readonly asked: 'always' | 'details' | 'never';
  /**
   * `project`: what is written depends on it. `run`: it only says what this run does afterwards, so it is no part of
   * the reproducing command.
   */
  readonly affects: 'project' | 'run';
  /**
   * `always`: the project keeps the answer. `given`: only one that somebody gave, because the default follows something
   * that changes: the document, or the machine.
   */
  readonly remembered: 'always' | 'given';
  /** Whether the question makes sense after the answers before it; absent = always. */
  when?(known: Known): boolean;
  /** Nothing is an answer too; what has nothing to propose, not even an empty list, isn't asked. */
  readonly optional?: boolean;
  /** What the service's files show: proposed, and taken when nobody gives an answer; always told with what shows it. */
  found?(service: ServiceFacts, facts: Facts): Found<Answers[Key]> | undefined;
  /** The answer when nobody gives one; `undefined` when there is none. */
  fallback(known: Known, facts: Facts): Answers[Key] | undefined;
  /** What a prompt proposes instead of the fallback: good enough to show, not to take unasked. */
  proposal?(known: Known, facts: Facts): Answers[Key] | undefined;
  /** The default in words, for `--help` and the README; absent when the fallback says it all or there is none. */
  readonly defaultText?: string;
}

type KeysOf<Type> = {
  [Key in AnswerKey]: NonNullable<Answers[Key]> extends Type ? Key : never;
}[AnswerKey];

/** One line of text. */
export interface TextQuestion extends Declaration<KeysOf<string>> {
  readonly kind: 'text';
  readonly placeholder: string;
  check(text: string): Checked;
}

/** A file or a folder; relative ones are seen from where the answer was given. Two that share a flag differ in this. */
export interface PathQuestion extends Declaration<KeysOf<string>> {
  readonly kind: 'path';
  readonly holds: 'file' | 'folder';
  readonly placeholder: string;
  check(text: string): Checked;
  /** Paths to choose from at the prompt. */
  offers?(service: ServiceFacts): readonly string[];
}

export interface ChoiceQuestion<Key extends KeysOf<string> = KeysOf<string>>
  extends Declaration<Key> {
  readonly kind: 'choice';
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

export interface SwitchQuestion extends Declaration<KeysOf<boolean>> {
  readonly kind: 'switch';
  /** The flag that says no. */
  readonly offFlag: string;
}

/** A flag that may be given several times; a list in the answers file; separated by commas at the prompt. */
export interface ListQuestion extends Declaration<KeysOf<readonly string[]>> {
  readonly kind: 'list';
  readonly placeholder: string;
  check(text: string): Checked;
  /** Splits what is typed at the prompt. */
  split(text: string): readonly string[];
  /** One flag may hold several, as what is typed at the prompt does. */
  readonly commas?: boolean;
  /** What to choose from at the prompt, where that is known. */
  offers?(facts: Facts): readonly string[];
}

/** Any number of choices: separated by commas in the flag, which may be given several times; a list in the answers file. */
export interface SeveralQuestion extends Declaration<KeysOf<readonly string[]>> {
  readonly kind: 'several';
  readonly placeholder: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

export type Question =
  | TextQuestion
  | PathQuestion
  | ChoiceQuestion
  | SwitchQuestion
  | ListQuestion
  | SeveralQuestion;

/** What a question's answer may be before it is checked: from a flag, a file or a prompt. */
export type AnswerValue = Answers[AnswerKey];
