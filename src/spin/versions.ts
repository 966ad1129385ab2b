/** Semantic versions (semver.org 2.0.0) as Rust's crate `semver` 1.0 reads and refuses them. */
import { rustChar } from './rust-text.ts';

export interface Version {
  readonly major: string;
  readonly minor: string;
  readonly patch: string;
  readonly pre: string;
}

const NUMBER = '(?:0|[1-9]\\d*)';
const PRE = `(?:${NUMBER}|\\d*[A-Za-z-][0-9A-Za-z-]*)`;
const VERSION = new RegExp(
  `^(?<major>${NUMBER})\\.(?<minor>${NUMBER})\\.(?<patch>${NUMBER})(?:-(?<pre>${PRE}(?:\\.${PRE})*))?(?:\\+[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*)?$`,
  'u',
);

/** A full version, or `undefined`. */
export function readVersion(text: string): Version | undefined {
  const groups = VERSION.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { major = '', minor = '', patch = '', pre = '' } = groups;
  return { major, minor, patch, pre };
}

/** Why `text` is no full version, in the words of `semver`; `undefined` when it is one. */
export function versionProblem(text: string): string | undefined {
  if (readVersion(text) !== undefined) return undefined;
  if (text === '') return 'empty string, expected a semver version';
  const [numbers = '', build] = text.split('+', 2);
  const dash = numbers.indexOf('-');
  const core = dash === -1 ? numbers : numbers.slice(0, dash);
  return (
    numbersProblem(core) ??
    (dash === -1
      ? undefined
      : identifiersProblem(numbers.slice(dash + 1), 'pre-release identifier')) ??
    (build === undefined ? undefined : identifiersProblem(build, 'build metadata'))
  );
}

/** `major.minor.patch`, read from the left. */
function numbersProblem(text: string): string | undefined {
  let rest = text;
  for (const part of ['major', 'minor', 'patch'] as const) {
    const digits = /^\d+/u.exec(rest)?.[0];
    const where = `while parsing ${part} version number`;
    if (digits === undefined) return unexpected(rest, where);
    if (/^0\d/u.test(digits)) return `invalid leading zero in ${part} version number`;
    rest = rest.slice(digits.length);
    if (part === 'patch')
      return rest === '' ? undefined : unexpected(rest, `after ${part} version number`);
    if (rest === '') return unexpected(rest, where);
    if (!rest.startsWith('.')) return unexpected(rest, `after ${part} version number`);
    rest = rest.slice(1);
  }
  return undefined;
}

function unexpected(rest: string, where: string): string {
  const [strange] = rest;
  const what = strange === undefined ? 'end of input' : `character ${rustChar(strange)}`;
  return `unexpected ${what} ${where}`;
}

function identifiersProblem(text: string, where: string): string | undefined {
  for (const segment of text.split('.')) {
    if (segment === '') return `empty identifier segment in ${where}`;
    const [strange] = /[^0-9A-Za-z-]/u.exec(segment) ?? [];
    if (strange !== undefined) return `unexpected character ${rustChar(strange)} after ${where}`;
    const isPre = where.startsWith('pre');
    if (isPre && /^0\d+$/u.test(segment)) return `invalid leading zero in ${where}`;
  }
  return undefined;
}

const COMPARATOR =
  /^\s*(?<operator>=|>=?|<=?|~|\^)?\s*(?<numbers>(?:0|[1-9]\d*)(?:\.(?:\*|0|[1-9]\d*)){0,2})(?<rest>[-+].*)?\s*$/u;

/** Whether `text` is a requirement on versions: `^1.2`, `>=1, <2`, `*`. */
export function isVersionRequirement(text: string): boolean {
  if (/^\s*[*xX]\s*$/u.test(text)) return true;
  return text.split(',').every((comparator) => {
    const { numbers, rest = '' } = COMPARATOR.exec(comparator)?.groups ?? {};
    if (numbers === undefined || /\*\.\d/u.test(numbers)) return false;
    return rest === '' || versionProblem(`1.0.0${rest.trim()}`) === undefined;
  });
}

/** Whether packages of both versions can stand for each other (`normalize_compatible_version` of `crates/manifest`). */
export function areCompatible(a: Version, b: Version): boolean {
  return compatibleWith(a) === compatibleWith(b);
}

function compatibleWith({ major, minor, patch, pre }: Version): string {
  if (pre !== '') return `${major}.${minor}.${patch}-${pre}`;
  if (major !== '0') return major;
  return minor === '0' ? `0.0.${patch}` : `0.${minor}`;
}
