import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { FILE_LIMITS } from '../../source/limits.ts';
import { parseText } from '../../source/parse.ts';
import { readText, reported } from '../../source/read-text.ts';
import { checkTree } from '../../source/tree.ts';
import { badInput, type Failure } from '../../terminal/failure.ts';
import { quote } from '../../text/quote.ts';
import { shellWord } from '../../text/shell-word.ts';
import { LIMITS } from '../limits.ts';
import type { Pointer } from '../model.ts';
import { child, fileOf, percentDecoded, ROOT, rootOf } from '../pointer.ts';
import { LEADS_OUT, resolveFile } from './file-reference.ts';

/** A document in memory, and where it is from. */
export interface Opened {
  readonly value: unknown;
  /** What messages call it. */
  readonly name: string;
  /** Its file, for references to others; without one they are refused. */
  readonly path?: string | undefined;
}

/**
 * The files that a document consists of: the one that was given, and those that its references name. They are read when
 * they are needed, each once, and only from the folder that the document really is in (links looked through). Nothing is
 * ever fetched.
 */
export class Files {
  readonly #name: string;
  /** Absolute, without links. */
  readonly #folder: string | undefined;
  /** Values by the root of their pointers. */
  readonly #values: Map<Pointer, unknown>;
  /** Roots of pointers by paths below the folder, without links. */
  readonly #roots = new Map<string, Pointer>();
  readonly #note: (pointer: Pointer, message: string) => void;
  #bytes = 0;

  /** @throws Failure (code 2) when `path` is given, and no file is there. */
  constructor({ value, name, path }: Opened, note: (pointer: Pointer, message: string) => void) {
    this.#name = name;
    this.#note = note;
    this.#values = new Map([[ROOT, value]]);
    if (path === undefined) return;
    const real = reported(name, () => realpathSync.native(path));
    this.#folder = dirname(real);
    this.#roots.set(basename(real), ROOT);
  }

  /** The whole of the file that `pointer` is in. */
  rootValue(pointer: Pointer): unknown {
    return this.#values.get(`${fileOf(pointer)}#`);
  }

  /** `pointer` for a message: `api/openapi.yaml#/paths`, `api/schemas/pet.yaml#/Pet`. */
  where(pointer: Pointer): string {
    if (fileOf(pointer) === '') return this.#name + pointer;
    const folder = dirname(this.#name);
    return folder === '.' ? pointer : `${folder}${sep}${pointer}`;
  }

  /**
   * The root of the file that the reference at `from` names before its `#`.
   *
   * @throws Failure (code 2) that names the reference: the file is out of the document's folder, on the network, or not
   *   there; or that names the file: it is no JSON or YAML, or one too many.
   */
  open(ref: string, from: Pointer): Pointer {
    if (this.#folder === undefined) throw this.#refused(ref, from, ALONE);
    const resolved = resolveFile(ref.replace(/#.*$/su, ''), this.#pathOf(from));
    if ('refused' in resolved) throw this.#refused(ref, from, resolved.refused);
    const known = this.#roots.get(resolved.path);
    if (known !== undefined) return known;
    const path = this.#realPath(resolved.path, this.#folder);
    if (path === undefined || path === '') throw this.#missing(ref, from);
    if (isAbsolute(path) || path === '..' || path.startsWith(`..${sep}`)) {
      throw this.#refused(ref, from, LEADS_OUT);
    }
    const root = this.#read(path.split(sep).join('/'), this.#folder);
    this.#roots.set(resolved.path, root);
    return root;
  }

  /** Below the folder, whatever file that pointer is in. */
  #pathOf(pointer: Pointer): string {
    return percentDecoded(fileOf(pointer));
  }

  /** Where `path` leads, seen from the folder; undefined when there is nothing. */
  #realPath(path: string, folder: string): string | undefined {
    try {
      return relative(folder, realpathSync.native(join(folder, path)));
    } catch {
      return undefined;
    }
  }

  #read(path: string, folder: string): Pointer {
    const known = this.#roots.get(path);
    if (known !== undefined) return known;
    const root = rootOf(path);
    const name = this.where(root).slice(0, -1);
    this.#admit(join(folder, path), name);
    const value = parseText(readText(join(folder, path), name), name, (repeated) =>
      this.#note(child(root, ...repeated), REPEATED),
    );
    checkTree(value, name);
    this.#values.set(root, value);
    this.#roots.set(path, root);
    return root;
  }

  #admit(path: string, where: string): void {
    this.#bytes += reported(where, () => statSync(path)).size;
    if (this.#bytes > FILE_LIMITS.bytes) {
      const most = FILE_LIMITS.bytes / 1024 / 1024;
      throw badInput(`The files of the document have more than ${most} MB together.`, { where });
    }
    if (this.#values.size >= LIMITS.files) {
      const most = LIMITS.files.toLocaleString('en');
      throw badInput(`The document has more than ${most} files.`, { where });
    }
  }

  #missing(ref: string, from: Pointer): Failure {
    return badInput(`The reference ${quote(ref)} names a file that is not there.`, {
      where: this.where(from),
      hint: 'Correct the $ref, or add the file.',
    });
  }

  #refused(ref: string, from: Pointer, why: string): Failure {
    return badInput(`The reference ${quote(ref)} ${why}`, {
      where: this.where(from),
      hint: `Make it one file first: npx @redocly/cli bundle ${shellWord(this.#name)} -o bundled.yaml`,
    });
  }
}

const ALONE = 'names another file, and one file is read here; nothing is fetched.';

/** Said of a key that JSON has twice. */
export const REPEATED = 'The key is there twice; the last one counts.';
