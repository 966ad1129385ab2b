import type { Manifest } from './manifest/view.ts';
import type { Misfit } from './serde/shape.ts';
import type { Surroundings } from './surroundings.ts';
import type { Span, TomlTable } from './toml/node.ts';

/** What Spin refuses is an error; what it takes and then does wrong without a word is a warning. */
export type Severity = 'error' | 'warning';

/** When Spin itself would tell: while it parses, loads, builds or starts, at a request, or `never`. */
export type Stage = 'parse' | 'load' | 'build' | 'start' | 'request' | 'never';

/** A rule of Spin's: an entry in a file of `rules/`, and a line in its list. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly stage: Stage;
  /** What it finds, as a sentence without a full stop; the page of rules is made of these. */
  readonly what: string;
  /** The file of spinframework/spin (94a8fc8a) that has it, or where it was measured. */
  readonly source: string;
  check(subject: Subject): Iterable<Finding>;
}

/** What rules look at. */
export interface Subject {
  /** The text as it is written. */
  readonly root: TomlTable;
  /** Its parts; of a manifest of version 1 those that Spin translates it to. */
  readonly manifest: Manifest;
  /** Where the text has another shape than Spin's types. */
  readonly misfits: readonly Misfit[];
  /** Where the manifest or the runtime configuration is no TOML. */
  readonly syntax: readonly Finding[];
  /** Nothing is known of them when only a text is checked. */
  readonly around: Surroundings | undefined;
  readonly runtimeConfig: TomlTable | undefined;
}

export interface Finding {
  readonly span: Span;
  /** Table and key: `component.orders.source`. */
  readonly key: string;
  /** What is wrong, in Spin's words where Spin has any. */
  readonly message: string;
  /** What to do: a sentence, or the corrected line. */
  readonly hint?: string;
  /** It is about the runtime configuration. */
  readonly isRuntimeConfig?: true;
}
