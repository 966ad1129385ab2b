import { bounded } from '../text/bounded.ts';
import type { Lexed } from '../text/lexer.ts';
import { matches } from './scan.ts';

export interface Import {
  readonly from: string;
  readonly name: string;
}

/** Local names of what a module imports or requires, and where from. */
export function readImports(lexed: Lexed): Map<string, Import> {
  const imports = new Map<string, Import>();
  const add = (clause: string, from: string): void => {
    const [, names = ''] = /\{([^}]*)\}/u.exec(clause) ?? [];
    for (const part of names.split(',')) {
      const [name = '', local = name] = part.trim().split(/\s+as\s+|\s*:\s*/u);
      if (name !== '') imports.set(local, { from, name });
    }
    const whole = /^(?:\*\s+as\s+)?([\w$]+)/u.exec(clause.replace(/^type\s+/u, ''))?.[1];
    if (whole !== undefined) imports.set(whole, { from, name: 'default' });
  };
  for (const [, clause = '', from = ''] of matches(
    lexed,
    /\bimport\s+([^'"`;]{1,2000}?)(?<=\S)\s+from\s*['"]([^'"]+)['"]/gu,
  )) {
    add(clause.trim(), from);
  }
  const required =
    /\b(?:const|let|var)\s+(\{[^}]{0,2000}\}|[\w$]+)\s*=\s*require\(\s*['"]([^'"]+)['"]\s*\)/gu;
  for (const [, clause = '', from = ''] of matches(lexed, required)) add(clause, from);
  return imports;
}

const DEFAULT_EXPORT = bounded(
  /(?:\bexport\s+default|\bmodule\.exports\s*=)\s+([\w$]+)\s*(?:;|$)/mu,
);

/** The variable that `export default` or `module.exports` gives; `default` if that has no name. */
export function defaultExport({ code }: Lexed): string {
  const named = DEFAULT_EXPORT.exec(code)?.[1];
  return named ?? 'default';
}
