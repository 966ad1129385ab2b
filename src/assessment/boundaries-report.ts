/** Where a service would be cut, for `--json` and for the terminal. */
import { CRITERIA } from '../boundaries/criteria.ts';
import type { Cut, Proposal } from '../boundaries/proposal.ts';
import { cutWords, reasonWords } from '../boundaries/words.ts';
import type { Catalogue } from '../messages/catalogue.ts';
import type { Boundaries } from './boundaries.ts';
import { hanging, paragraph } from './lines.ts';

/** Of `--json`: the components, each with its cuts, and how they were found. */
export function boundariesJson(boundaries: Boundaries, catalogue: Catalogue): object {
  const { components, cuts, reason, smallest, endpoints, types, needs, wit } = boundaries;
  const { how, criteria } = catalogue.boundaries;
  if (endpoints === 0) return { boundaries: [] };
  return {
    boundaries: components.map(({ endpoints: _own, ...component }) => ({
      ...component,
      cohesion: rounded(component.cohesion),
      needs: (needs.get(component.name) ?? []).map(({ need, interface: name, status }) => ({
        need,
        interface: name,
        status,
      })),
      ...wit.get(component.name),
      cuts: cuts
        .filter(({ between }) => between.includes(component.name))
        .map(({ between, coupling, ...cut }) => ({
          with: between.find((name) => name !== component.name),
          coupling: rounded(coupling),
          ...cut,
          because: cutWords({ between, coupling, ...cut }, boundaries, catalogue),
        })),
    })),
    division: {
      ...reason,
      because: reasonWords(boundaries, catalogue),
      smallest,
      types,
      how: how(smallest),
      criteria: CRITERIA.map(({ id, weight }) => ({ id, weight, says: criteria[id] })),
    },
  };
}

/** What a terminal shows; all is in `--json`. */
const MOST_COMPONENTS = 30;
const MOST_CUTS = 5;
const MOST_ROUTES = 3;

/** Of the terminal: a line for each component, and the strongest cuts. */
export function boundaryLines(boundaries: Boundaries, catalogue: Catalogue): readonly string[] {
  const { components, endpoints } = boundaries;
  const { boundaries: words } = catalogue;
  if (endpoints === 0) return [];
  const because = paragraph(reasonWords(boundaries, catalogue), 2);
  if (components.length < 2) return because;
  const lines = components.slice(0, MOST_COMPONENTS).map((one) => {
    const { routes, types } = one;
    const first = routes.slice(0, MOST_ROUTES);
    const at = words.names(first.join(', '), routes.length - first.length);
    const [own, shared] = [types.own.length, types.shared.length];
    return `${one.name}: ${words.line(one.operations.length, at, own, shared, shown(one.cohesion))}`;
  });
  const cuts = strongestCuts(boundaries, MOST_CUTS).map(
    (cut) =>
      `${words.pair(...cut.between, shown(cut.coupling))}: ${cutWords(cut, boundaries, catalogue)}.`,
  );
  return [
    ...because,
    ...lines.flatMap((line) => hanging('- ', line)),
    ...cuts.flatMap((line) => hanging('  ', line)),
  ];
}

/** The cuts that go through most. */
export function strongestCuts({ cuts }: Proposal, most: number): readonly Cut[] {
  return cuts.toSorted((a, b) => b.coupling - a.coupling).slice(0, most);
}

function shown(share: number): string {
  return share.toFixed(2);
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}
