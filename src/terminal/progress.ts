/** A step of the run, shown while it works: a spinner in a terminal, one plain line in a pipe, on stderr. */
export interface Progress {
  /** Runs `work` as the step `label`; resolves to its value and records its seconds under `key`. */
  step<T>(key: string, label: string, work: () => Promise<T> | T): Promise<T>;
  /** One line of plain text between steps. */
  note(text: string): void;
  /** Shows no step any more; whoever writes next starts on an empty line. */
  clear(): void;
  /** A warning: printed, and collected for `--json`. */
  warn(text: string): void;
  /** Seconds by step key. */
  readonly timings: Readonly<Record<string, number>>;
  readonly warnings: readonly string[];
}
