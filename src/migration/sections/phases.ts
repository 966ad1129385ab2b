import { paragraph, section } from '../../report/page.ts';
import type { Section } from '../context.ts';
import { besidePhase } from '../phases/beside.ts';
import { phaseBlocks } from '../phases/phase.ts';
import { restPhase } from '../phases/rest.ts';
import { splitPhase } from '../phases/split.ts';

/** The move in three phases; none where the verdict is to stay and nobody made a project all the same. */
export const phases: Section = (context) => {
  const { assessment, words, project } = context;
  if (assessment.verdict.outcome === 'stay' && project === undefined) return [];
  return section(2, words.plan.headings.phases, [
    paragraph(words.plan.phases.lead),
    ...[besidePhase, splitPhase, restPhase].flatMap((phase) =>
      phaseBlocks(phase(context), context),
    ),
  ]);
};
