import type { Source } from '../../facts/fact.ts';
import { NUMBER_FACTS } from '../../facts/numbers.ts';
import { bullets, paragraph, section } from '../../report/page.ts';
import { type ReportContext, type Section, sourceTitle } from '../context.ts';

/** How old the facts are, and every source that a statement above goes by. */
export const sources: Section = (context) => {
  const { assessment, words, project } = context;
  const { facts, verdict } = assessment;
  // A plan is a file of a project: the same answers give the same bytes, whatever the day.
  const age =
    project === undefined
      ? words.assessment.facts(facts.asOf, facts.days)
      : words.plan.factsAsOf(facts.asOf);
  const links = usedSources(context)
    .map((source) => ({ ...source, title: sourceTitle(source, words) }))
    .toSorted((a, b) => (a.title < b.title ? -1 : 1))
    .map(({ title, url, date }) => [{ link: title, url }, ` (${date})`]);
  return section(2, words.assessment.sections.facts, [
    paragraph(age),
    ...(verdict.confidence === 'low' ? [paragraph(words.plan.absence)] : []),
    ...(links.length === 0 ? [] : [bullets(links)]),
  ]);
};

function usedSources({ assessment, project }: ReportContext): readonly Source[] {
  const { verdict, stack } = assessment;
  const hasStack = verdict.outcome !== 'stay' || project !== undefined;
  const all: readonly Source[] = [
    ...[...verdict.reasons, ...verdict.toCheck].flatMap(({ sources: of }) => of),
    ...(hasStack
      ? [
          ...[stack.host, ...stack.others, ...stack.languages, ...stack.limits, ...NUMBER_FACTS],
        ].flatMap(({ sources: of }): readonly Source[] => of)
      : []),
  ];
  return [...new Map(all.map((source) => [source.url, source])).values()];
}
