/** Blanks in a row, and other signs in a row, beyond which nothing is a form that people write. */
const MOST = { blanks: 40, others: 300 };

const known = new WeakMap<RegExp, RegExp>();

/**
 * The expression with an end to each `*` and `+`. Without one, a search that fails at the file's end begins again at every
 * place where the expression may begin, so a source made for it takes time in the square of its size.
 *
 * @param pattern - with the flag `u`, so that `*` and `+` are repetitions wherever they aren't escaped or in a class
 */
export function bounded(pattern: RegExp): RegExp {
  const before = known.get(pattern);
  if (before !== undefined) return before;
  const source = pattern.source.replace(
    /((?:\\(?:[pP]\{[^}]*\}|.)|\[(?:[^\\\]]|\\.)*\]|[^\\[*+])?)([*+])?/gsu,
    (_, atom: string, repeated: string | undefined) => atom + repetition(atom, repeated),
  );
  const made = new RegExp(source, pattern.flags);
  known.set(pattern, made);
  return made;
}

function repetition(atom: string, repeated: string | undefined): string {
  if (repeated === undefined) return '';
  const most = /^(?:\\s|\[(?:\\s|\\t| )+\])$/u.test(atom) ? MOST.blanks : MOST.others;
  return `{${repeated === '*' ? 0 : 1},${most}}`;
}
