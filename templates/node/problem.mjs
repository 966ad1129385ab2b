// @ts-check
/** A build that failed for a reason in the project: where it is and what to do about it. */
export class BuildProblem extends Error {
  /** @param {string} message @param {{ where?: string | undefined, hint?: string | undefined, cause?: unknown }} [details] */
  constructor(message, details = {}) {
    super(message, { cause: details.cause });
    this.where = details.where;
    this.hint = details.hint;
  }
}
