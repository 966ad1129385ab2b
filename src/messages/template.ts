import { type Particle, withParticle } from './korean.ts';

/** What a rule's text may speak of. */
export interface Filling {
  /** The names of what was found. */
  readonly what: string;
  /** How often. */
  readonly count: number;
}

/**
 * Puts names and numbers into a rule's text: `{what}`, `{what:을/를}` with a Korean particle, `{count}`, and
 * `{count:time:times}` with an English noun.
 */
export function fill(template: string, { what, count }: Filling): string {
  return template
    .replace(/\{count(?::([^:{}]+):([^:{}]+))?\}/gu, (_all, one?: string, many?: string) =>
      one === undefined ? `${count}` : `${count} ${count === 1 ? one : many}`,
    )
    .replace(/\{what(?::([^:{}]+))?\}/gu, (_all, particle?: string) =>
      // The catalogue's test allows no other particles.
      particle === undefined ? what : withParticle(what, particle as Particle),
    );
}
