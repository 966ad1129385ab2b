import type { Evidence, Finding, FindingKind } from '../../src/evidence/finding.ts';

/** kind, what, value, and a piece of the file's text that stands on the finding's line and nowhere else. */
export type Expected = readonly [FindingKind, string, string, string];

/** What an expert finds in a service, file by file. */
export type Expectations = Readonly<Record<string, readonly Expected[]>>;

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
}

/** Compares findings with expectations: kind, what, value, file and line must all be right. */
export function score(
  evidence: Evidence,
  expectations: Expectations,
  textOf: (file: string) => string,
): Score {
  const expected = new Set(
    Object.entries(expectations).flatMap(([file, entries]) => {
      const text = textOf(file);
      return entries.map(([kind, what, value, piece]) =>
        shown({ kind, what, value, file, line: lineOf(text, piece, file) }),
      );
    }),
  );
  const found = new Set(evidence.findings.map(shown));
  const hits = [...found].filter((finding) => expected.has(finding)).length;
  return {
    precision: hits / found.size,
    recall: hits / expected.size,
    missing: [...expected].filter((finding) => !found.has(finding)),
    unexpected: [...found].filter((finding) => !expected.has(finding)),
  };
}

function shown({ kind, what, value, file, line }: Omit<Finding, 'confidence'>): string {
  return `${file}:${line} ${kind} ${what} ${value}`;
}

function lineOf(text: string, piece: string, file: string): number {
  const parts = text.split(piece);
  const lines = new Set(
    parts.slice(0, -1).map((_, index) => lineCount(parts.slice(0, index + 1).join(piece))),
  );
  const [line] = lines;
  if (line === undefined || lines.size > 1) {
    throw new Error(`${JSON.stringify(piece)} stands on ${lines.size} lines of ${file}.`);
  }
  return line;
}

function lineCount(text: string): number {
  return text.split('\n').length;
}
