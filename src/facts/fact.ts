/** Where a fact can be checked. */
export interface Source {
  readonly title: string;
  readonly url: string;
  /** When the source was last changed, as read; the day of reading when it carries no date. `YYYY-MM-DD`. */
  readonly date: string;
}

/** One statement that a report may make, and where it is from. */
export interface Fact {
  /** Kebab case, unique in its area. */
  readonly id: string;
  readonly says: string;
  readonly sources: readonly Source[];
}

/** What is known about one area, as of one day. */
export interface FactsArea<F extends Fact = Fact> {
  readonly area: string;
  /** The day on which all of it was last held against its sources. `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly facts: readonly F[];
}
