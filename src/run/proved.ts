import type { SmokeRequest, SmokeResult } from '../smoke/result.ts';
import type { Style } from '../terminal/style.ts';

/** Requests that are shown one by one; the others are counted. */
const SHOWN = 16;

/** Characters of a path that are shown at most and, however narrow the terminal is, at least. */
const PATH = { most: 60, least: 16 } as const;

/** Of a line beside path and check: indent, method, status and the spaces between. */
const BESIDE = 17;

export interface ProofOptions {
  /** Show every request, however many. */
  readonly all?: boolean;
  /** Of the terminal: lines that wrap are no table. */
  readonly columns?: number | undefined;
}

/**
 * What the smoke test proved, a line a request: method, path, status, and what the request was for.
 */
export function describeProof(
  smoke: SmokeResult,
  style: Style,
  { all = false, columns = Number.POSITIVE_INFINITY }: ProofOptions = {},
): string {
  const shown = all ? smoke.requests : firstOfEachCheck(smoke.requests);
  const longestCheck = Math.max(0, ...shown.map(({ check }) => check.length));
  const room = Math.max(PATH.least, Math.min(PATH.most, columns - BESIDE - longestCheck));
  const paths = shown.map(({ path }) => clip(path, room));
  const width = Math.max(0, ...paths.map(({ length }) => length));
  const lines = shown.map(({ method, status, check }, index) => {
    const request = `${method.padEnd(7)} ${(paths[index] ?? '').padEnd(width)}`;
    return `  ${request}  ${style.green(String(status))}  ${style.dim(check)}`;
  });
  const left = smoke.requests.length - shown.length;
  if (left > 0) lines.push(style.dim(`  … and ${left} more requests (--verbose shows them)`));
  const calls = smoke.calls.length;
  if (calls > 0) {
    const noun = calls === 1 ? 'function' : 'functions';
    lines.push(style.dim(`  … and ${calls} ${noun} called through the typed door, without HTTP`));
  }
  return lines.join('\n');
}

/** One of each kind at least: a service with 40 operations shows its refusals too, not 16 times `operation`. */
function firstOfEachCheck(requests: readonly SmokeRequest[]): readonly SmokeRequest[] {
  const kinds = new Set<string>();
  const firsts = requests.filter(({ check }) => !kinds.has(check) && kinds.add(check));
  const shown = new Set(firsts);
  for (const request of requests) {
    if (shown.size >= SHOWN) break;
    shown.add(request);
  }
  return requests.filter((request) => shown.has(request));
}

function clip(path: string, room: number): string {
  return path.length > room ? `${path.slice(0, room - 1)}…` : path;
}
