import { posix } from 'node:path';
import type { Assessment } from '../assessment/assess.ts';
import type { Finding, FoundDocument } from '../evidence/finding.ts';
import { type Catalogue, catalogueOf } from '../messages/catalogue.ts';

/** What the folder of the service that moves says. Questions take their proposals from it. */
export interface ServiceFacts {
  readonly assessment: Assessment;
  /** The OpenAPI documents in it, without those that can't be used; the most telling first. */
  readonly documents: readonly FoundDocument[];
}

/** A value that the service's files propose as an answer. */
export interface Found<Value> {
  readonly value: Value;
  /** What shows it, for brackets behind the value: `pom.xml:12`. */
  readonly shownBy: string;
  /** What a reader of the value should know too: what was left out, what else it could be. */
  readonly warning?: string;
}

/** What the interview says, in the language of the assessment. */
export function wordsOf({ assessment }: ServiceFacts): Catalogue['interview'] {
  return catalogueOf(assessment.lang).interview;
}

/** Findings that are more than a hint. */
export function firm({ assessment }: ServiceFacts): readonly Finding[] {
  return assessment.evidence.findings.filter(({ confidence }) => confidence !== 'hint');
}

/** `src/app.ts:12`, and how many there are beyond, in the language of the assessment. */
export function placesOf(findings: readonly Finding[], service: ServiceFacts): string {
  const [first] = findings;
  if (first === undefined) return '';
  return wordsOf(service).places(`${first.file}:${first.line}`, findings.length - 1);
}

/**
 * Documents with operations, the most telling first: what lies in a folder of tests or examples comes after the rest;
 * then the nearest to the root, then the one with the most operations.
 */
export function rankDocuments(documents: readonly FoundDocument[]): readonly FoundDocument[] {
  const depth = ({ file }: FoundDocument): number => file.split('/').length;
  return documents
    .filter(({ operations }) => operations > 0)
    .toSorted(
      (a, b) =>
        Number(isAside(a.file)) - Number(isAside(b.file)) ||
        depth(a) - depth(b) ||
        b.operations - a.operations,
    );
}

function isAside(file: string): boolean {
  return /(?:^|\/)(?:tests?|__tests__|spec|fixtures?|examples?|samples?|mocks?|clients?)\//iu.test(
    posix.dirname(file).concat('/'),
  );
}

/** Routes of what moves, by file and line. */
export function movingRoutes(facts: ServiceFacts): readonly Finding[] {
  return moving(facts).filter(({ kind }) => kind === 'route');
}

/** Findings without those of services that stay, as long as another one of the folder moves. */
export function moving(facts: ServiceFacts): readonly Finding[] {
  const { parts } = facts.assessment.verdict;
  const staying = parts.filter(({ outcome }) => outcome === 'stay');
  const all = firm(facts);
  if (staying.length === parts.length) return all;
  return all.filter(({ file }) => {
    const owner = parts
      .filter(({ folder }) => folder === '.' || file.startsWith(`${folder}/`))
      .toSorted((a, b) => b.folder.length - a.folder.length)[0];
    return owner === undefined || owner.outcome !== 'stay';
  });
}
