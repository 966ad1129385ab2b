import type { Source } from '../../facts/fact.ts';
import { NUMBER_FACTS } from '../../facts/numbers.ts';
import { paragraph, section, table } from '../../report/page.ts';
import { linksText, type Section } from '../context.ts';
import { MEASURED, unmeasured } from '../measured.ts';

/** Numbers of this machine, and beside them what others published. */
export const numbers: Section = ({ assessment, words, project }) => {
  if (assessment.verdict.outcome === 'stay' && project === undefined) return [];
  const { headings, numbers: says } = words.plan;
  const rows = NUMBER_FACTS.map(({ id, sources }: { id: NumberId; sources: readonly Source[] }) => [
    [words.facts.numbers[id]],
    linksText(sources, words),
  ]);
  const cited = [paragraph(says.citedLead), table([says.columns.cited, says.columns.source], rows)];
  if (project === undefined) return section(2, headings.numbers, cited);
  const region = { kind: 'region', name: MEASURED, blocks: unmeasured(words) } as const;
  return section(2, headings.numbers, [
    ...section(3, says.measured, [region]),
    ...section(3, says.cited, cited),
  ]);
};

type NumberId = (typeof NUMBER_FACTS)[number]['id'];
