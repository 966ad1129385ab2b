/** Patterns of files as Rust's crate `glob` 0.3 reads them; the wording is its own. */

/** As `Pattern::escape` sees it: whether any character means more than itself. */
export function isGlob(pattern: string): boolean {
  return /[?*[\]]/u.test(pattern);
}

/** What is wrong with a pattern (`Pattern::new`); `undefined` when nothing is. */
export function globProblem(pattern: string): string | undefined {
  const stars = [...pattern.matchAll(/\[(?:!.|[^!])[^\]]*\]|\*+|\[/gsu)];
  for (const { 0: token, index } of stars) {
    const problem = tokenProblem(
      token,
      pattern.slice(0, index),
      pattern.slice(index + token.length),
    );
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function tokenProblem(token: string, before: string, after: string): string | undefined {
  if (token === '[') return 'invalid range pattern';
  if (!token.startsWith('*') || token.length === 1) return undefined;
  if (token.length > 2) return 'wildcards are either regular `*` or recursive `**`';
  const isSegment = /(?:^|\/)$/u.test(before) && /^(?:\/|$)/u.test(after);
  return isSegment ? undefined : 'recursive wildcards must form a single path component';
}
