import type { Assessment } from '../assessment/assess.ts';
import { place } from '../assessment/words.ts';
import type { Finding } from '../evidence/finding.ts';
import type { Source } from '../facts/fact.ts';
import { type Catalogue, catalogueOf } from '../messages/catalogue.ts';
import type { Block, Inline, Text } from '../report/page.ts';
import { joined } from '../report/page.ts';
import type { ServiceModel } from '../service/model.ts';

/** What the sections of a report are made from. */
export interface ReportContext {
  readonly assessment: Assessment;
  /** What the service is called. */
  readonly name: string;
  readonly words: Catalogue;
  /** The project that was made for it; absent in a report of `assess` alone. */
  readonly project: Project | undefined;
}

export interface Project {
  readonly model: ServiceModel;
  /** Paths of the files that are emitted. */
  readonly files: ReadonlySet<string>;
}

/** A part of the report; nothing when this service gives no reason for it. */
export type Section = (context: ReportContext) => readonly Block[];

export function contextOf(
  assessment: Assessment,
  name: string,
  project: Project | undefined,
): ReportContext {
  return { assessment, name, words: catalogueOf(assessment.lang), project };
}

/** Where findings were seen: the first places as code, and how many there are beyond. */
export function placesText(
  findings: readonly Finding[],
  most: number,
  { assessment: words }: Catalogue,
): Text {
  const all = [...new Set(findings.map(place))];
  const first = all.slice(0, most).map((code): Inline => ({ code }));
  const more = all.length - first.length;
  return [...joined(first, ', '), ...(more > 0 ? [words.andMore(more)] : [])];
}

/** Links to sources, each with its day. */
export function sourcesText(sources: readonly Source[], { assessment: words }: Catalogue): Text {
  return [`${words.sources} `, ...linksText(sources), '.'];
}

/** The links alone. */
export function linksText(sources: readonly Source[]): Text {
  return sources.flatMap(({ title, url, date }, index): readonly Inline[] => [
    ...(index === 0 ? [] : [', ']),
    { link: title, url },
    ` (${date})`,
  ]);
}

/** What was found without a doubt. */
export function firm({ assessment }: ReportContext): readonly Finding[] {
  return assessment.evidence.findings.filter(({ confidence }) => confidence !== 'hint');
}
