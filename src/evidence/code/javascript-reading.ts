import type { SourceFile } from '../reader.ts';
import type { Lexed } from '../text/lexer.ts';
import type { Import } from './javascript-imports.ts';

export interface Router {
  readonly framework: string;
  /** The application itself, which nothing mounts. */
  readonly isRoot: boolean;
  readonly prefix: string;
  /** Where calls on the new router may follow: `Router().use(…)`. */
  readonly chain?: number;
}

export interface ModuleRoute {
  readonly receiver: string;
  readonly method: string;
  readonly path: string;
  readonly line: number;
  /** Whether the receiver is a router for sure. */
  readonly certain: boolean;
}

/** `receiver.use(prefix, target)` */
export interface Mount {
  readonly receiver: string;
  readonly prefix: string;
  readonly target: string;
  /** What is mounted, when it is required on the spot. */
  readonly module?: Import;
}

/** What is known of a file while its routes are read. */
export interface Reading {
  readonly file: SourceFile;
  readonly lexed: Lexed;
  readonly routers: ReadonlyMap<string, Router>;
  readonly strings: ReadonlyMap<string, string>;
  /** Names under which inline plugins get their router. */
  readonly parameters: ReadonlySet<string>;
}

/** Something found, by where it stands in the text. */
export interface Placed {
  readonly offset: number;
}
