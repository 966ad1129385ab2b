/** The index of the first of `items`, which stand in the order of `placeOf`, that is at `place` or after it. */
export function firstFrom<T>(
  items: readonly T[],
  place: number,
  placeOf: (item: T) => number,
): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && placeOf(item) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
