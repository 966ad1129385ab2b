import type { Boundaries } from '../../assessment/boundaries.ts';
import { strongestCuts } from '../../assessment/boundaries-report.ts';
import { CRITERIA } from '../../boundaries/criteria.ts';
import type { ProposedComponent } from '../../boundaries/proposal.ts';
import { cutWords, reasonWords } from '../../boundaries/words.ts';
import { SOURCES } from '../../facts/sources.ts';
import type { Catalogue } from '../../messages/catalogue.ts';
import {
  type Block,
  bullets,
  heading,
  type Inline,
  joined,
  paragraph,
  type Row,
  type Text,
  table,
} from '../../report/page.ts';
import { type Section, sourcesText } from '../context.ts';

/** What a page shows; all is in `--json`. */
const MOST_COMPONENTS = 30;
const MOST_CUTS = 12;
const MOST_WORLDS = 12;
const MOST_NAMES = 4;

/** Where the service can be cut into components, what each cut goes through, and by which criteria. */
export const boundaries: Section = ({ assessment, words }) => {
  const proposal = assessment.boundaries;
  const { components, endpoints, smallest } = proposal;
  const { boundaries: said } = words;
  if (endpoints === 0) return [];
  const because = [heading(2, said.title), paragraph(reasonWords(proposal, words))];
  if (components.length < 2) return because;
  return [
    ...because,
    componentsTable(proposal, words),
    ...cutsList(proposal, words),
    paragraph(said.worlds),
    ...wiring(proposal, words),
    ...components.slice(0, MOST_WORLDS).flatMap((one) => witBlocks(one, proposal, words)),
    paragraph(said.how(smallest)),
    bullets(CRITERIA.map(({ id, weight }) => [`${weight}: ${said.criteria[id]}`])),
  ];
};

function componentsTable(proposal: Boundaries, words: Catalogue): Block {
  const { boundaries: said, stack, assessment } = words;
  const { columns: of } = said;
  const rows = proposal.components.slice(0, MOST_COMPONENTS).map((one): Row => {
    const needs = proposal.needs.get(one.name) ?? [];
    return [
      [{ code: one.name }],
      [String(one.operations.length)],
      names(one.routes, said),
      names(one.types.own, said),
      names(one.types.shared, said),
      names(one.state, said),
      [needs.map(({ need }) => stack.needs[need]).join(', ')],
      [one.cohesion.toFixed(2)],
    ];
  });
  const left = proposal.components.length - rows.length;
  const rest: Row = [[`…${assessment.andMore(left)}`], ...Array.from({ length: 7 }, () => [''])];
  return table(
    [of.component, of.endpoints, of.routes, of.own, of.shared, of.state, of.needs, of.cohesion],
    left > 0 ? [...rows, rest] : rows,
  );
}

function names(all: readonly string[], said: Catalogue['boundaries']): Text {
  const first = all.slice(0, MOST_NAMES).map((code): Inline => ({ code }));
  const more = all.length - first.length;
  return more > 0 ? [...joined(first, ', '), said.names('', more)] : joined(first, ', ');
}

function cutsList(proposal: Boundaries, words: Catalogue): readonly Block[] {
  const cuts = strongestCuts(proposal, MOST_CUTS).map((cut): Text => {
    const pair = words.boundaries.pair(...cut.between, cut.coupling.toFixed(2));
    return [`${pair}: ${cutWords(cut, proposal, words)}.`];
  });
  return cuts.length === 0 ? [] : [paragraph(words.boundaries.cuts), bullets(cuts)];
}

/** How the first call between two components is made, and when it can be more than HTTP. */
function wiring({ wit }: Boundaries, words: Catalogue): readonly Block[] {
  const [first] = [...wit].flatMap(([name, { asked }]) => asked?.by.map((by) => [by, name]) ?? []);
  if (first === undefined) return [];
  const [asks = '', asked = ''] = first;
  return [
    paragraph(`${words.boundaries.wiring(asks, asked)} `, ...sourcesText([SOURCES.spin], words)),
  ];
}

function witBlocks(
  { name }: ProposedComponent,
  { wit }: Boundaries,
  { boundaries: said }: Catalogue,
): readonly Block[] {
  const { world, asked } = wit.get(name) ?? {};
  if (world === undefined) return [];
  const text = (of: string): Block => ({ kind: 'code', language: 'wit', text: of.trimEnd() });
  if (asked === undefined) return [text(world)];
  return [
    text(world),
    paragraph({ code: name }, ', ', said.asks(asked.by.join(', ')), ':'),
    text(asked.wit),
  ];
}
