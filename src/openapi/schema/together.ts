import type { Schema } from '../model.ts';
import { isRaw } from '../raw.ts';
import type { Reading } from '../reading.ts';
import type { Located } from '../references.ts';
import { annotationsOf } from './annotations.ts';
import { Conjunction } from './conjunction.ts';
import { assertionsOf } from './keywords.ts';
import { mergeParts } from './merge.ts';

/**
 * Reads what several schemas say of the same place: a property that a base and its child both describe. One that says
 * all that the others do is that one, so that a narrower reference keeps its name; the rest is merged. Where nothing
 * satisfies them all, or they go on without end, the last one counts: who repeats a property means to replace it.
 *
 * @throws Failure (code 2) for a broken reference.
 */
export function readTogether(reading: Reading, stated: readonly Located[]): Schema {
  const last = stated.at(-1) ?? { value: true, pointer: '#' };
  const telling = stated.filter(({ value }) => isRaw(value) && assertionsOf(value).length > 0);
  const about = Object.assign({}, ...stated.map(({ value }) => (isRaw(value) ? value : {})));
  const { nullable: _, ...annotations } = annotationsOf(about, last.pointer, false);
  const [only, ...more] = telling;
  if (only === undefined) return { ...reading.schema(last.value, last.pointer), ...annotations };
  const whole = more.length === 0 ? only : narrowest(reading, telling);
  if (whole !== undefined) {
    const schema = reading.schema(whole.value, whole.pointer);
    return { ...schema, ...annotations, pointer: schema.pointer };
  }
  const all = new Conjunction(reading);
  for (const part of telling) all.add(part, []);
  const key = all.leaves
    .map(({ pointer }) => pointer)
    .sort()
    .join(' ');
  const merged = reading.once(key, () => mergeParts(reading, telling, [], annotations, 'allOf'));
  if (merged !== undefined && merged.kind !== 'untyped') return merged;
  reading.note(last.pointer, 'Defined several times, differently: the last definition counts.');
  const { value, pointer } = telling.at(-1) ?? last;
  return reading.schema(value, pointer);
}

/** The one that says everything that the others say, the last one first. */
function narrowest(reading: Reading, stated: readonly Located[]): Located | undefined {
  const apart = stated.map((part) => {
    const alone = new Conjunction(reading);
    alone.add(part, []);
    return { part, alone };
  });
  return apart
    .reverse()
    .find(
      ({ alone }, _, all) =>
        alone.problem === undefined &&
        alone.choices.length === 0 &&
        all.every((other) => other.alone.choices.length === 0 && alone.covers(other.alone.leaves)),
    )?.part;
}
