import {
  type Block,
  bullets,
  heading,
  type ListItem,
  paragraph,
  type Text,
} from '../../report/page.ts';
import type { ReportContext } from '../context.ts';

/** One phase of a move, endpoint by endpoint, with the old service beside the new (a strangler). */
export interface Phase {
  readonly title: string;
  /** What is true when it is over. */
  readonly goal: string;
  readonly steps: readonly ListItem[];
  /** What a step needs beside it: a gateway's configuration, a table. */
  readonly blocks: readonly Block[];
  /** When the next one may begin. */
  readonly exit: readonly Text[];
  readonly traffic: string;
  readonly rollback: readonly Text[];
}

export function phaseBlocks(phase: Phase, { words }: ReportContext): readonly Block[] {
  const { phases } = words.plan;
  return [
    heading(3, phase.title),
    paragraph(phase.goal),
    { kind: 'list', ordered: true, items: phase.steps },
    ...phase.blocks,
    paragraph({ strong: phases.exit }),
    bullets(phase.exit),
    paragraph({ strong: phases.traffic }, ` ${phase.traffic}`),
    paragraph({ strong: phases.rollback }),
    bullets(phase.rollback),
  ];
}

/** A rule's reason, when it fired. */
export function fired({ assessment }: ReportContext, ...ids: readonly string[]) {
  return assessment.verdict.reasons.filter(({ id }) => ids.includes(id));
}
