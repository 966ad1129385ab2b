import type { Lexed } from '../text/lexer.ts';

/** A class of a module, as far as routes go by it. */
export interface PythonClass {
  /** Names of what it inherits from, without their modules. */
  readonly bases: readonly string[];
  /** Its own methods and functions at the margin of the class, in order. */
  readonly methods: readonly string[];
  /** Source of the class, strings included. */
  readonly text: string;
}

const CLASS = /^class\s+(\w+)\s*(?:\(([^)]{0,1000})\))?\s*:/gmu;
const METHOD = /^(?: {2,4}|\t)(?:async\s+)?def\s+(\w+)/gmu;

/** The classes at the margin of a file, by name. */
export function pythonClasses({ code, text }: Lexed): ReadonlyMap<string, PythonClass> {
  const found = [...code.matchAll(CLASS)];
  return new Map(
    found.map(({ 1: name = '', 2: bases = '', 0: whole, index }) => {
      const start = index + whole.length;
      const next = code.slice(start).search(/^(?:class|def|async def|@|[A-Za-z_]\w*\s*=)/mu);
      const end = next === -1 ? undefined : start + next;
      const body = code.slice(start, end);
      return [
        name,
        {
          bases: bases.split(',').map((base) => base.trim().split('.').at(-1) ?? ''),
          methods: [...body.matchAll(METHOD)].map(([, method = '']) => method),
          text: text.slice(start, end),
        },
      ];
    }),
  );
}

/** Classes of all files by name; of several with one name the last. */
export class PythonClasses {
  readonly #classes = new Map<string, PythonClass>();

  add(lexed: Lexed): void {
    for (const [name, one] of pythonClasses(lexed)) this.#classes.set(name, one);
  }

  get(name: string): PythonClass | undefined {
    return this.#classes.get(name);
  }

  /** A class and what it inherits from, names that no file declares included; each once. */
  lineage(name: string, seen: Set<string> = new Set()): readonly string[] {
    if (seen.has(name)) return [];
    seen.add(name);
    const bases = this.#classes.get(name)?.bases ?? [];
    return [name, ...bases.flatMap((base) => this.lineage(base, seen))];
  }

  /** The methods of a class, inherited ones included. */
  methods(name: string): ReadonlySet<string> {
    return new Set(this.lineage(name).flatMap((one) => this.#classes.get(one)?.methods ?? []));
  }

  /** HTTP methods that a class answers by methods of their names, as in Tornado, Flask's and Django's views. */
  verbs(name: string): readonly string[] {
    const methods = this.methods(name);
    return VERBS.filter((verb) => methods.has(verb)).map((verb) => verb.toUpperCase());
  }
}

const VERBS = ['get', 'post', 'put', 'patch', 'delete'] as const;
