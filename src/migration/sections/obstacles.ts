import type { Reason } from '../../fit/verdict.ts';
import {
  type Block,
  bullets,
  type Inline,
  joined,
  paragraph,
  section,
  type Text,
} from '../../report/page.ts';
import { AREA_OF, AREAS } from '../areas.ts';
import type { ReportContext, Section } from '../context.ts';
import { remediesOf } from '../pointers.ts';
import { reasonText } from './verdict.ts';

/** What stands against a move, by what it is about, each with its way out and the file of the project that goes it. */
export const obstacles: Section = (context) => {
  const { assessment, words } = context;
  const against = assessment.verdict.reasons.filter(({ verdict }) => verdict !== 'go');
  const title =
    context.project === undefined ? words.assessment.sections.against : words.plan.obstacles.title;
  return section(
    2,
    title,
    AREAS.flatMap((area) =>
      section(
        3,
        words.plan.areas[area],
        against.filter(({ id }) => AREA_OF[id] === area).flatMap((one) => obstacle(one, context)),
      ),
    ),
  );
};

function obstacle(reason: Reason, { words, project }: ReportContext): readonly Block[] {
  const text = paragraph(...reasonText(reason, words));
  if (project === undefined) return [text];
  const pointers = remediesOf(reason.id, project).map(({ remedy, files }): Text => {
    const names = joined(
      files.map((code): Inline => ({ code })),
      ', ',
    );
    return [...names, `: ${words.plan.obstacles.remedies[remedy]}`];
  });
  return pointers.length === 0 ? [text] : [text, bullets(pointers)];
}
