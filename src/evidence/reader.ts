import type { Confidence, Finding, FindingKind, FoundDocument } from './finding.ts';

/** One file of the folder, read and decoded. */
export interface SourceFile {
  /** From the folder, with `/`. */
  readonly path: string;
  readonly name: string;
  readonly text: string;
  /** The line of an offset into `text`, from 1. */
  lineAt(offset: number): number;
}

/**
 * Reads one kind of file. A reader lives for one reading of one folder, so it may gather what several files say together
 * (routers that another file mounts) and give it in `finish`.
 */
export interface Reader {
  /** Whether a file is of this kind, by its path alone. */
  accepts(path: string, name: string): boolean;
  /** Files up to this size are read though others of their size are not. */
  readonly maxFileBytes?: number;
  /** @throws Malformed if the text isn't what its name promises */
  read(file: SourceFile): Iterable<Finding>;
  finish?(): Iterable<Finding>;
  /** The OpenAPI documents it met. */
  readonly documents?: readonly FoundDocument[];
}

export type CreateReader = () => Reader;

/** The text can't be read as its kind of file: the file is skipped and listed. */
export class Malformed extends Error {
  override readonly name = 'Malformed';
  readonly why: 'malformed' | 'template';

  constructor(why: 'malformed' | 'template' = 'malformed') {
    super(why);
    this.why = why;
  }
}

/** A finding at an offset of a file. */
export function at(
  file: SourceFile,
  offset: number,
  kind: FindingKind,
  what: string,
  value: string,
  confidence: Confidence = 'certain',
): Finding {
  return { kind, what, value, file: file.path, line: file.lineAt(offset), confidence };
}
