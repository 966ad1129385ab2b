import type { Catalogue } from '../messages/catalogue.ts';
import { LEAST_TO_CUT } from './divide.ts';
import type { Cut, Proposal } from './proposal.ts';

/** Why a service is divided as it is, or is not. */
export function reasonWords({ reason, components }: Proposal, { boundaries }: Catalogue): string {
  switch (reason.kind) {
    case 'divided':
      return boundaries.divided(components.length, reason.crossing);
    case 'small':
      return boundaries.whole.small(reason.endpoints, LEAST_TO_CUT);
    case 'one-group':
      return boundaries.whole['one-group'];
    case 'scattered':
      return boundaries.whole.scattered(reason.share);
    case 'lopsided':
      return boundaries.whole.lopsided(reason.share);
    case 'entangled':
      return boundaries.whole.entangled(reason.crossing);
  }
}

/** Names that a sentence tells; the others are counted. */
const MOST_NAMES = 4;

/** What a cut goes through: what both have, what one names of the other, and of what they have nothing in common. */
export function cutWords(cut: Cut, proposal: Proposal, { boundaries: words }: Catalogue): string {
  const names = (all: readonly string[]) =>
    words.names(all.slice(0, MOST_NAMES).join(', '), Math.max(0, all.length - MOST_NAMES));
  const said = {
    types: words.types(names(cut.types), cut.types.length, proposal.types),
    state: words.state(names(cut.state)),
    tags: words.tags(names(cut.tags)),
    modules: words.modules(names(cut.modules)),
    paths: words.paths(names(cut.paths)),
  };
  const traits = (Object.keys(said) as (keyof typeof said)[]).filter((trait) =>
    isKnown(trait, proposal),
  );
  const none = traits
    .filter((trait) => cut[trait].length === 0)
    .map((trait) => words.traits[trait]);
  const references = cut.references.map(({ from, to, by }) => words.reference(from, to, by));
  return [
    ...traits.filter((trait) => cut[trait].length > 0).map((trait) => said[trait]),
    ...references.slice(0, MOST_NAMES),
    ...(none.length === 0 ? [] : [words.none(none.join(', '))]),
  ].join('; ');
}

/** What no endpoint of the service has, no two of them could have in common. */
function isKnown(
  trait: keyof Catalogue['boundaries']['traits'],
  { components }: Proposal,
): boolean {
  const endpoints = components.flatMap((component) => component.endpoints);
  switch (trait) {
    case 'types':
      return endpoints.some(({ types }) => types.size > 0);
    case 'state':
      return endpoints.some(({ state }) => state.size > 0);
    case 'tags':
      return endpoints.some(({ tag }) => tag !== undefined);
    case 'modules':
      return endpoints.some(({ module }) => module !== undefined);
    case 'paths':
      return true;
  }
}
