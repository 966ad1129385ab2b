/** Import statements, a line each, in the order in which formatters have them: by their modules. */
export function sortedImports(lines: readonly string[]): readonly string[] {
  return lines.toSorted((a, b) => (moduleOf(a) < moduleOf(b) ? -1 : 1));
}

function moduleOf(line: string): string {
  return /from '(.*)'/u.exec(line)?.[1] ?? '';
}
