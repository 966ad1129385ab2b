/** One file of the emitted project. */
export interface ProjectFile {
  /** Relative to the project, POSIX separators. */
  readonly path: string;
  /** UTF-8 text, LF, one newline at the end. */
  readonly content: string;
  /**
   * `generated`: rewritten on every run, a header in the file says so.
   * `user`: written once for the user to edit; a later run never overwrites it once it was edited.
   */
  readonly owner: 'generated' | 'user';
  /** One line for `--dry-run` and the README: what the file is for. */
  readonly why: string;
}
