import { SOURCES } from '../../facts/sources.ts';

export type SourceId = keyof typeof SOURCES;

/** What sources are called, as facts name them. */
export const sources = Object.fromEntries(
  Object.entries(SOURCES).map(([id, { title }]) => [id, title]),
  // Every key of the record is a source's.
) as Readonly<Record<SourceId, string>>;
