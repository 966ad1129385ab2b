import { ENGINE_FACTS } from '../../facts/engines.ts';
import { HOSTS, type HostFacts, type HostId } from '../../facts/hosts.ts';
import { NUMBER_FACTS } from '../../facts/numbers.ts';

type HostWords = Pick<HostFacts, 'version' | 'says' | 'fits' | 'cannot'>;

/** What facts say. English is the language that they are written in, beside their sources. */
export const facts: {
  readonly hosts: Readonly<Record<HostId, HostWords>>;
  readonly engines: Readonly<Record<EngineFactId, string>>;
  readonly numbers: Readonly<Record<NumberFactId, string>>;
} = {
  hosts: byId(
    HOSTS.facts,
    ({ version, says, fits, cannot }): HostWords => ({ version, says, fits, cannot }),
  ),
  engines: byId(ENGINE_FACTS, ({ says }) => says),
  numbers: byId(NUMBER_FACTS, ({ says }) => says),
};

type EngineFactId = (typeof ENGINE_FACTS)[number]['id'];

type NumberFactId = (typeof NUMBER_FACTS)[number]['id'];

function byId<Id extends string, Item extends { readonly id: Id }, Words>(
  items: readonly Item[],
  words: (item: Item) => Words,
): Readonly<Record<Item['id'], Words>> {
  // Every id of the union is the id of an item.
  return Object.fromEntries(items.map((item) => [item.id, words(item)])) as Record<
    Item['id'],
    Words
  >;
}
