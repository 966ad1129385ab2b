/**
 * What the segments of a path tell.
 */

/** Whether a segment says nothing about what is behind it: `api`, `v1`, a parameter. */
export function isVacuousSegment(segment: string): boolean {
  return /^(?:|api|rest|v\d+(?:\.\d+)*|\{[^{}]*\})$/iu.test(segment);
}

/** Words for the telling part of a path: `/v1/pets/{petId}` → `['pets', ' by petId ']`. */
export function pathWords(path: string): readonly string[] {
  return segmentsOf(path)
    .filter((segment) => segment.startsWith('{') || !isVacuousSegment(segment))
    .map(segmentWords);
}

/** Words for all of a path: `/v1/pets/{petId}` → `['v1', 'pets', ' by petId ']`. */
export function wholePathWords(path: string): readonly string[] {
  return segmentsOf(path).map(segmentWords);
}

function segmentsOf(path: string): readonly string[] {
  return path.split(/[/?#&]/u);
}

function segmentWords(segment: string): string {
  return segment.replace(/\{([^{}]*)\}/gu, ' by $1 ');
}
