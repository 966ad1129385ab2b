/** How many of what a test has seen, so that nothing is left out in silence. */
export class Tally {
  readonly #counts = new Map<string, number>();
  readonly #examples = new Map<string, string>();

  /** Counts one; the first example of each is kept. */
  add(what: string, example?: string): void {
    this.#counts.set(what, this.count(what) + 1);
    if (example !== undefined && !this.#examples.has(what)) this.#examples.set(what, example);
  }

  count(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  /** All counts of what begins so. */
  sum(beginning: string): number {
    const counts = [...this.#counts].filter(([what]) => what.startsWith(beginning));
    return counts.reduce((sum, [, count]) => sum + count, 0);
  }

  toString(): string {
    return [...this.#counts]
      .map(([what, count]) => {
        const example = this.#examples.get(what);
        return `${count} ${what}${example === undefined ? '' : ` (${example})`}`;
      })
      .join('\n  ');
  }
}
