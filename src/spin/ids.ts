/**
 * Ids as Spin takes them: words of ASCII letters and digits, each begins with a letter and has one case.
 * Source: spinframework/spin 94a8fc8a, `crates/serde/src/id.rs`; the wording is Spin's.
 */
import { rustChar, rustString } from './rust-text.ts';

type Separator = '-' | '_';

/** Component ids, and references to them: `order-intake`. `undefined` when Spin takes it. */
export function kebabProblem(id: string): string | undefined {
  return idProblem(id, '-');
}

/** Names of variables: `api_host`, lower case only. */
export function lowerSnakeProblem(id: string): string | undefined {
  const problem = idProblem(id, '_');
  if (problem !== undefined || id === id.toLowerCase()) return problem;
  return `Lower-case identifiers must be all lowercase; got ${rustString(id)}`;
}

/** Labels of stores and databases: kebab-case or snake_case (`crates/manifest/src/schema/kebab_or_snake_case.rs`). */
export function labelProblem(label: string): string | undefined {
  const taken = idProblem(label, '-') === undefined || idProblem(label, '_') === undefined;
  return taken ? undefined : 'expected kebab-case or snake_case';
}

/** The id that `text` was probably meant to be, in lower case; `undefined` when nothing is left of it. */
export function suggestId(text: string, separator: Separator): string | undefined {
  const words = text
    .replace(/([a-z0-9])([A-Z])/gu, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
  const joined = words.reduce(
    // A word can't begin with a digit: `svc-2` becomes `svc2`.
    (id, word) => (id !== '' && /^[a-z]/u.test(word) ? `${id}${separator}${word}` : id + word),
    '',
  );
  const id = joined.replace(/^[0-9]+/u, '');
  return id === '' || idProblem(id, separator) !== undefined ? undefined : id;
}

function idProblem(id: string, separator: Separator): string | undefined {
  if (id === '') return 'empty';
  const wrong = separator === '-' ? '_' : '-';
  if (id.includes(wrong)) return `words must be separated with '${separator}', not '${wrong}'`;
  for (const word of id.split(separator)) {
    const problem = wordProblem(word);
    if (problem !== undefined) return `'${separator}'-separated words must ${problem}`;
    const strange = [...word].find((character) => !/[A-Za-z0-9]/u.test(character));
    const mixed = word !== word.toLowerCase() && word !== word.toUpperCase();
    // Spin goes through a word letter by letter: whichever is first decides the message.
    if (strange !== undefined && !(mixed && caseChange(word) < word.indexOf(strange))) {
      return `'${separator}'-separated words may only contain alphanumeric ASCII; got ${rustChar(strange)}`;
    }
    if (mixed) {
      return `'${separator}'-separated words must be all lowercase or all UPPERCASE; got ${rustString(word)}`;
    }
  }
  return undefined;
}

function wordProblem(word: string): string | undefined {
  const [first] = word;
  if (first === undefined) return 'not be empty';
  return /[A-Za-z]/u.test(first) ? undefined : `start with an ASCII letter; got ${rustChar(first)}`;
}

/** Where a word's first letter of the other case stands. */
function caseChange(word: string): number {
  const other = /^[A-Z]/u.test(word) ? /[a-z]/u : /[A-Z]/u;
  const index = word.search(other);
  return index === -1 ? word.length : index;
}
