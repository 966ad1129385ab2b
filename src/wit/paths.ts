/**
 * What the segments of a path tell.
 */

/** Whether a segment says nothing about what is behind it: `api`, `v1`, a parameter. */
export function isVacuousSegment(segment: string): boolean {
  return /^(?:|api|rest|v\d+(?:\.\d+)*|\{[^{}]*\})$/iu.test(segment);
}

/** Words for a path: `/v1/pets/{petId}` → `['pets', ' by petId ']`. */
export function pathWords(path: string): readonly string[] {
  return path
    .split(/[/?#&]/u)
    .filter((segment) => segment.startsWith('{') || !isVacuousSegment(segment))
    .map((segment) => segment.replace(/\{([^{}]*)\}/gu, ' by $1 '));
}
