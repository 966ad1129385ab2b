import type { SmokeRequest, SmokeResult } from '../smoke/result.ts';
import type { Style } from '../terminal/style.ts';

/** Requests that are shown one by one; the others are counted. */
const SHOWN = 16;

/**
 * What the smoke test proved, a line a request: method, path, status, and what the request was for.
 *
 * @param all - show every request, however many
 */
export function describeProof(smoke: SmokeResult, style: Style, all = false): string {
  const shown = all ? smoke.requests : firstOfEachCheck(smoke.requests);
  const width = Math.max(0, ...shown.map(({ path }) => clip(path).length));
  const lines = shown.map(({ method, path, status, check }) => {
    const request = `${method.padEnd(7)} ${clip(path).padEnd(width)}`;
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

function clip(path: string): string {
  return path.length > 60 ? `${path.slice(0, 59)}…` : path;
}
