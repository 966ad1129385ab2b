import { section } from '../../report/page.ts';
import type { Section } from '../context.ts';

/** What to do now, where there are no phases that say it. */
export const next: Section = ({ assessment, words, project }) => {
  const hasPhases = project !== undefined || assessment.verdict.outcome !== 'stay';
  if (hasPhases || assessment.next.length === 0) return [];
  const items = assessment.next.map(({ text, command }) => ({
    text: [text],
    ...(command !== undefined && { command }),
  }));
  return section(2, words.assessment.sections.next, [{ kind: 'list', ordered: true, items }]);
};
