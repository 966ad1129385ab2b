import type { Checked } from '../questions/question.ts';

/**
 * Spin's LowerSnakeId (`crates/serde/src/id.rs`): words of small letters and digits with one `_` between them, and each
 * word begins with a letter.
 */
const NAME = /^[a-z][a-z0-9]*(?:_[a-z][a-z0-9]*)*$/u;

/** A variable as it is typed: `log_level=info`, or `log_level` for one that is required. */
export function checkVariable(text: string): Checked {
  const { name, fallback } = splitVariable(text);
  const checked = checkName(name);
  if ('problem' in checked || fallback === undefined) return checked;
  return { value: `${checked.value}=${fallback}` };
}

/** A secret is a name and nothing more: its value stays out of command lines and files. */
export function checkSecret(text: string): Checked {
  const { name, fallback } = splitVariable(text);
  if (fallback === undefined) return checkName(name);
  return {
    problem: 'A secret has no value here: it would be written to files.',
    proposal: toName(name),
  };
}

/** The parts of `name=default`; what stands behind the first `=` is kept as it is. */
export function splitVariable(text: string): { name: string; fallback: string | undefined } {
  const at = text.indexOf('=');
  if (at === -1) return { name: text.trim(), fallback: undefined };
  return { name: text.slice(0, at).trim(), fallback: text.slice(at + 1) };
}

function checkName(name: string): Checked {
  if (NAME.test(name)) return { value: name };
  return {
    problem: `"${name}" is no name of a variable: small letters and digits, words parted by _, each word begins with a letter.`,
    proposal: toName(name),
  };
}

/** `API_KEY2`, `api-key` → a name that Spin takes. */
function toName(text: string): string {
  const words = text
    .replace(/(?<=[a-z0-9])(?=[A-Z])/gu, '_')
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '')
    .map((word) => (/^[a-z]/u.test(word) ? word : `n${word}`));
  return words.join('_') || 'log_level';
}
