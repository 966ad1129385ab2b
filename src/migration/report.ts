import type { Assessment } from '../assessment/assess.ts';
import type { Page } from '../report/page.ts';
import { contextOf, type Project, type Section } from './context.ts';
import { architecture } from './sections/architecture.ts';
import { boundaries } from './sections/boundaries.ts';
import { delivery } from './sections/delivery.ts';
import { next } from './sections/next.ts';
import { numbers } from './sections/numbers.ts';
import { obstacles } from './sections/obstacles.ts';
import { phases } from './sections/phases.ts';
import { sources } from './sections/sources.ts';
import { stack } from './sections/stack.ts';
import {
  beginning,
  effort,
  outcome,
  parts,
  reasonsFor,
  score,
  toCheck,
} from './sections/verdict.ts';

/** Every section, in order. Each says only what a finding, a rule, a fact or a measurement gives reason for. */
const SECTIONS: readonly Section[] = [
  outcome,
  parts,
  score,
  reasonsFor,
  obstacles,
  toCheck,
  effort,
  architecture,
  boundaries,
  beginning,
  stack,
  phases,
  delivery,
  numbers,
  next,
  sources,
];

/**
 * What is thought of a service and how it would move, as a page in the language of the assessment.
 *
 * @param project - the project that was made for it: then the page is its plan, with pointers to its files
 */
export function reportPage(assessment: Assessment, name: string, project?: Project): Page {
  const context = contextOf(assessment, name, project);
  const { words } = context;
  return {
    lang: assessment.lang,
    title: project === undefined ? words.assessment.title(name) : words.plan.title(name),
    blocks: SECTIONS.flatMap((section) => section(context)),
  };
}
