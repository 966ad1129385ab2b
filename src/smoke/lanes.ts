/**
 * Hands each item to the next lane that is free; a lane works at one item at a time.
 *
 * @returns the results, in the order of the items
 * @throws what a lane throws first
 */
export async function inLanes<Item, Result>(
  items: readonly Item[],
  lanes: readonly ((item: Item) => Promise<Result>)[],
): Promise<Result[]> {
  const results = new Array<Result>(items.length);
  const left = items.entries();
  await Promise.all(
    lanes.map(async (work) => {
      for (const [index, item] of left) results[index] = await work(item);
    }),
  );
  return results;
}
