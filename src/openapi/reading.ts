import { FILE_LIMITS } from '../source/limits.ts';
import { badInput } from '../terminal/failure.ts';
import type { Opened } from './files/files.ts';
import { LIMITS } from './limits.ts';
import type { Note, Pointer, Schema } from './model.ts';
import { type Located, References } from './references.ts';

/**
 * The rules a document is read by. They differ in one thing: what stands beside a `$ref` is ignored in 3.0 and
 * counts in 3.1. The other differences (`nullable`, lists of types, exclusive bounds) are unambiguous and read in both.
 */
export type Dialect = '3.0' | '3.1';

/** Turns a schema of the document into one of the model. */
export type SchemaReader = (reading: Reading, raw: unknown, pointer: Pointer) => Schema;

/** One document being read: what its parts share. */
export class Reading {
  readonly dialect: Dialect;
  readonly references: References;
  /** The schemas that a `ref` of the model names, in the order they were met. */
  readonly wanted = new Map<Pointer, unknown>();
  /** By pointer and message: a part that is used many times says the same each time. */
  readonly #notes = new Map<string, Note>();
  readonly #readSchema: SchemaReader;
  /** The schemas that are being read now, from the outside in. */
  readonly #open = new Set<Pointer>();
  #schemas = 0;

  /** @throws Failure (code 2) when the document has a path, and no file is there. */
  constructor(document: Opened, dialect: Dialect, readSchema: SchemaReader) {
    this.dialect = dialect;
    this.references = new References(document, (pointer, message) => this.note(pointer, message));
    this.#readSchema = readSchema;
  }

  /** Tells what the document says and the model leaves out. */
  note(pointer: Pointer, message: string): void {
    this.#notes.set(`${pointer} ${message}`, { pointer, message });
  }

  /** All notes so far, in the order of reading. */
  notes(): Note[] {
    return [...this.#notes.values()];
  }

  /** A node that refers to the schema at `target`, which becomes a named schema by it. */
  refer(target: Located): Schema & { readonly kind: 'ref' } {
    if (!this.wanted.has(target.pointer)) this.wanted.set(target.pointer, target.value);
    return { pointer: target.pointer, kind: 'ref', target: target.pointer };
  }

  /**
   * Reads a schema that has its own place in the document. Merging `allOf` reads the parts of a base again, so a schema
   * can come to contain itself, or more levels than the document has: there it is referred to instead.
   *
   * @throws Failure (code 2) for a broken reference, or when the model grows over its limit.
   */
  schema(raw: unknown, pointer: Pointer): Schema {
    this.#count(pointer);
    if (this.#open.has(pointer) || this.#open.size >= FILE_LIMITS.depth) {
      return this.refer({ value: raw, pointer });
    }
    this.#open.add(pointer);
    const schema = this.#readSchema(this, raw, pointer);
    this.#open.delete(pointer);
    return schema;
  }

  #count(pointer: Pointer): void {
    this.#schemas += 1;
    if (this.#schemas > LIMITS.schemas) {
      throw badInput(
        `The document grows to more than ${LIMITS.schemas.toLocaleString('en')} schemas.`,
        {
          where: this.references.where(pointer),
          hint: 'Split it, or refer to bases of allOf by their own properties.',
        },
      );
    }
  }
}
