import { paragraph, section } from '../../report/page.ts';
import { today } from '../architecture/today.ts';
import { tomorrow } from '../architecture/tomorrow.ts';
import type { Section } from '../context.ts';

/** Pictures of what runs today and of what the plan leads to. */
export const architecture: Section = (context) => {
  const { assessment, words, project } = context;
  const { headings, diagram } = words.plan;
  if (assessment.verdict.notFound.length > 0) return [];
  const moves = assessment.verdict.outcome !== 'stay' || project !== undefined;
  return section(2, headings.architecture, [
    ...section(3, headings.today, [
      paragraph(diagram.todaySays(assessment.evidence.filesRead)),
      { kind: 'figure', diagram: today(context) },
    ]),
    ...section(
      3,
      headings.tomorrow,
      moves
        ? [
            paragraph(diagram.tomorrowSays(assessment.stack.host.name)),
            { kind: 'figure', diagram: tomorrow(context) },
          ]
        : [],
    ),
  ]);
};
