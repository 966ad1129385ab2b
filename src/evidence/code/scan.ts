import type { Confidence, Finding, FindingKind } from '../finding.ts';
import { at, type SourceFile } from '../reader.ts';
import { bounded } from '../text/bounded.ts';
import type { Lexed } from '../text/lexer.ts';
import { hosts, isSecret } from '../text/settings.ts';
import { isHealthPath } from './paths.ts';

/** What a piece of source shows when an expression matches it. */
export interface Pattern {
  readonly kind: FindingKind;
  readonly what: string;
  /** With `g` and `u`, over source without comments; must begin with code. Group 1 is the value, else the whole match. */
  readonly match: RegExp;
  /** The file must hold this for the pattern to mean anything: an import. */
  readonly needs?: RegExp;
  /** A file that holds this means something else by it: a function of its own of that name. */
  readonly unless?: RegExp;
  readonly confidence?: Confidence;
}

/** What the patterns find. Matches that begin in a string are none. */
export function* scan(
  file: SourceFile,
  lexed: Lexed,
  patterns: readonly Pattern[],
): Generator<Finding> {
  for (const { kind, what, match, needs, unless, confidence } of patterns) {
    if (needs !== undefined && !bounded(needs).test(lexed.text)) continue;
    if (unless !== undefined && bounded(unless).test(lexed.code)) continue;
    for (const found of matches(lexed, match)) {
      const value = (found[1] ?? found[0])
        .replace(/\s*\($/u, '')
        .replace(/\s+/gu, ' ')
        .trim();
      yield at(file, found.index, kind, what, value, confidence ?? 'likely');
    }
  }
}

/** Matches in source without comments that begin in code, not in a string; repetitions end where `bounded` says. */
export function* matches(lexed: Lexed, pattern: RegExp): Generator<RegExpExecArray> {
  for (const match of lexed.text.matchAll(bounded(pattern))) {
    if (lexed.code[match.index] === lexed.text[match.index]) yield match;
  }
}

/** Variables of one file that are followed: each is looked for in all of it. */
const MOST_VARIABLES = 200;

/** Declarations at the margin, the first of each name (group `name`), of which a search through the file may follow. */
export function declared(code: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found = new Map<string, RegExpExecArray>();
  for (const match of code.matchAll(bounded(pattern))) {
    const name = match.groups?.name ?? '';
    if (!found.has(name)) found.set(name, match);
    if (found.size >= MOST_VARIABLES) break;
  }
  return [...found.values()];
}

/** Settings that code asks the environment for; group 1 of the pattern is the name. */
export function* environmentReads(
  file: SourceFile,
  lexed: Lexed,
  pattern: RegExp,
): Generator<Finding> {
  const seen = new Set<string>();
  for (const { 1: name = '', index } of matches(lexed, pattern)) {
    if (seen.has(name)) continue;
    seen.add(name);
    yield at(file, index, isSecret(name, '') ? 'secret' : 'variable', 'code', name);
  }
}

/** The offset after the bracket that closes the one at `open`, or the text's end. */
export function closing(code: string, open: number): number {
  if (brackets.code !== code) brackets = { code, ends: bracketEnds(code) };
  return brackets.ends[open] || code.length;
}

/** Longer lists than this are cut: nobody writes them, and sources made to be slow nest thousands. */
const LONGEST_LIST = 4000;

/** What stands between the bracket at `open` and its partner, strings included; nothing when it has none. */
export function listAt({ code, text }: Lexed, open: number): string {
  const end = closing(code, open) - 1;
  if (!/[)\]}]/u.test(code[end] ?? '')) return '';
  return text.slice(open + 1, Math.min(end, open + LONGEST_LIST));
}

/** The arguments of the call whose `(` is at `open`, trimmed, split at commas of this level. */
export function argumentsOf({ code, text }: Lexed, open: number): string[] {
  const end = closing(code, open) - 1;
  if (code[end] !== ')') return [];
  const parts: string[] = [];
  let start = open + 1;
  const stops = /[,([{]/gu;
  stops.lastIndex = start;
  for (let stop = stops.exec(code); stop !== null && stop.index < end; stop = stops.exec(code)) {
    if (stop[0] === ',') {
      parts.push(text.slice(start, stop.index).trim());
      start = stop.index + 1;
    } else stops.lastIndex = closing(code, stop.index);
  }
  return [...parts, text.slice(start, end).trim()].filter((part) => part !== '');
}

/** The brackets of the source that was asked for last: files are read one by one, and each is asked many times. */
let brackets: { code: string; ends: Int32Array } = { code: '', ends: new Int32Array() };

function bracketEnds(code: string): Int32Array {
  const ends = new Int32Array(code.length);
  const open: number[] = [];
  for (const { 0: bracket, index } of code.matchAll(/[()[\]{}]/gu)) {
    if ('([{'.includes(bracket)) open.push(index);
    else ends[open.pop() ?? index] = index + 1;
  }
  return ends;
}

/** A route, and a health check if its path is one. */
export function* route(
  place: Pick<Finding, 'file' | 'line'>,
  what: string,
  method: string,
  path: string,
  confidence: Confidence = 'certain',
): Generator<Finding> {
  const { file, line } = place;
  yield { kind: 'route', what, value: `${method} ${path}`, file, line, confidence };
  if ((method === 'GET' || method === 'ANY') && isHealthPath(path)) {
    yield { kind: 'health-check', what: 'route', value: path, file, line, confidence: 'likely' };
  }
}

const TESTS =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|spec|e2e|cypress|testdata|fixtures|docs|examples?|benchmarks?)\//u;
const ASSETS = /(?:^|\/)(?:static|public|assets|webapp)\//u;
/** Below it folders are packages: `com/example` is what Spring's initialiser calls them. */
const PACKAGES = /(?<=^|\/)src\/(?:main\/)?(?:java|kotlin|scala|groovy)\//u;

/** Whether a path is one of tests, examples or assets for browsers, whose code is not the service's. */
export function isAside(path: string): boolean {
  const [outside = path, inside] = path.split(PACKAGES);
  return TESTS.test(outside) || (inside === undefined && ASSETS.test(path));
}

/** Hosts of addresses that strings of the source begin with, but for the machine itself. */
export function* hostsInStrings(file: SourceFile, lexed: Lexed): Generator<Finding> {
  for (const { 1: address = '', index } of matches(
    lexed,
    /["'`]((?:https?|wss?):\/\/(?!localhost|127\.|0\.0)[\w.-]+(?::\d+)?)/gu,
  )) {
    yield* hosts(file, index, address, 'hint');
  }
}
