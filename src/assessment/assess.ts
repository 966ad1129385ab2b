import type { Evidence } from '../evidence/finding.ts';
import { readEvidence } from '../evidence/read-evidence.ts';
import type { HostId } from '../facts/hosts.ts';
import { type FactsAge, factsAge } from '../facts/index.ts';
import { withoutFrontEnds } from '../fit/front-ends.ts';
import { judge } from '../fit/judge.ts';
import { nextSteps, type Step } from '../fit/next-steps.ts';
import { recommendStack, type Stack } from '../fit/stack/recommend.ts';
import type { Verdict } from '../fit/verdict.ts';
import { catalogueOf } from '../messages/catalogue.ts';
import type { Lang } from '../messages/lang.ts';
import type { ApiModel } from '../openapi/model.ts';
import { badInput } from '../terminal/failure.ts';
import { type Boundaries, boundariesOf, cuttingSteps, documentedApis } from './boundaries.ts';

/** What is thought of a service, and by what. */
export interface Assessment {
  readonly evidence: Evidence;
  readonly verdict: Verdict;
  readonly stack: Stack;
  readonly boundaries: Boundaries;
  readonly next: readonly Step[];
  readonly facts: FactsAge;
  /** What its texts are written in. */
  readonly lang: Lang;
}

export interface AssessmentOptions {
  /** The host that the user wants. */
  readonly target: HostId | undefined;
  /** The day from which facts are seen. */
  readonly today: Date;
  /** Of the texts; English when absent. */
  readonly lang?: Lang;
}

/**
 * Reads a folder and judges the service in it.
 *
 * @throws Failure (code 2): the folder is missing, or no file in it is of a kind that is read
 */
export async function assessFolder(
  folder: string,
  options: AssessmentOptions,
): Promise<Assessment> {
  const evidence = await readEvidence(folder);
  if (evidence.filesRead === 0) {
    throw badInput('No file in the folder is of a kind that is read.', {
      where: folder,
      hint: 'Give the folder of the service: the one with package.json, pom.xml, go.mod, compose.yaml or openapi.yaml.',
    });
  }
  return assess(evidence, options, await documentedApis(evidence));
}

/**
 * The same from what was read already.
 *
 * @param documents - the APIs that the service's documents describe; without them its routes have no types
 */
export function assess(
  evidence: Evidence,
  { target, today, lang = 'en' }: AssessmentOptions,
  documents: readonly ApiModel[] = [],
): Assessment {
  const catalogue = catalogueOf(lang);
  const findings = withoutFrontEnds(evidence.findings);
  const verdict = judge(findings, catalogue);
  const stack = recommendStack(findings, target, catalogue);
  const boundaries = boundariesOf(evidence, documents, stack);
  return {
    evidence,
    verdict,
    stack,
    boundaries,
    next: [
      ...nextSteps(verdict, evidence, catalogue),
      ...(verdict.outcome === 'stay' ? [] : cuttingSteps(boundaries, catalogue)),
    ],
    facts: factsAge(today),
    lang,
  };
}
