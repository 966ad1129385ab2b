import type { Assessment } from '../assessment/assess.ts';
import { place } from '../assessment/words.ts';
import type { Finding } from '../evidence/finding.ts';
import type { Source } from '../facts/fact.ts';
import { SOURCES } from '../facts/sources.ts';
import { type Catalogue, catalogueOf } from '../messages/catalogue.ts';
import type { SourceId } from '../messages/en/sources.ts';
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
export function sourcesText(sources: readonly Source[], catalogue: Catalogue): Text {
  return [`${catalogue.assessment.sources} `, ...linksText(sources, catalogue), '.'];
}

/** The links alone. */
export function linksText(sources: readonly Source[], catalogue: Catalogue): Text {
  return sources.flatMap((source, index): readonly Inline[] => [
    ...(index === 0 ? [] : [', ']),
    { link: sourceTitle(source, catalogue), url: source.url },
    ` (${source.date})`,
  ]);
}

const SOURCE_IDS: ReadonlyMap<string, SourceId> = new Map(
  // Every key of the record is a source's.
  Object.entries(SOURCES).map(([id, { url }]) => [url, id as SourceId]),
);

/** What a source is called; one that isn't of the facts keeps its own title. */
export function sourceTitle({ title, url }: Source, { sources }: Catalogue): string {
  const id = SOURCE_IDS.get(url);
  return id === undefined ? title : sources[id];
}

/** What was found without a doubt. */
export function firm({ assessment }: ReportContext): readonly Finding[] {
  return assessment.evidence.findings.filter(({ confidence }) => confidence !== 'hint');
}
