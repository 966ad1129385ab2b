import { FILE_LIMITS } from '../source/limits.ts';
import { badInput } from '../terminal/failure.ts';
import type { Dialect } from './dialect.ts';
import type { Opened } from './files/files.ts';
import { LIMITS } from './limits.ts';
import type { Note, Pointer, Schema } from './model.ts';
import type { Raw } from './raw.ts';
import { type Located, References } from './references.ts';
import { Components } from './schema/components.ts';
import type { Composition } from './schema/composition.ts';

/** Turns schemas of the document into those of the model. */
export interface SchemaReader {
  readonly one: (reading: Reading, raw: unknown, pointer: Pointer) => Schema;
  /** Two or more that hold at once. */
  readonly together: (reading: Reading, stated: readonly Located[]) => Schema;
}

/** One document being read: what its parts share. */
export class Reading {
  readonly document: Raw;
  readonly dialect: Dialect;
  readonly references: References;
  /** The schemas that a `ref` of the model names, in the order they were met. */
  readonly wanted = new Map<Pointer, unknown>();
  /** Composed schemas that were taken apart, by place. */
  readonly compositions = new Map<
    Pointer,
    { readonly raw: Raw; readonly composition: Composition }
  >();
  /** By pointer and message: a part that is used many times says the same each time. */
  readonly #notes = new Map<string, Note>();
  readonly #reader: SchemaReader;
  /** What is being read now, from the outside in: schemas by pointer, several at once by all of theirs. */
  readonly #open = new Set<string>();
  readonly #read = new Set<string>();
  #components: Components | undefined;
  #schemas = 0;

  /** @throws Failure (code 2) when the document has a path, and no file is there. */
  constructor(opened: Opened & { readonly value: Raw }, dialect: Dialect, reader: SchemaReader) {
    this.document = opened.value;
    this.dialect = dialect;
    this.references = new References(opened, (pointer, message) => this.note(pointer, message));
    this.#reader = reader;
  }

  /** Tells what the document says and the model leaves out. */
  note(pointer: Pointer, message: string): void {
    this.#notes.set(`${pointer} ${message}`, { pointer, message });
  }

  /** All notes so far, in the order of reading. */
  notes(): Note[] {
    return [...this.#notes.values()];
  }

  /**
   * A node that refers to the schema at `target`, which becomes a named schema by it.
   *
   * @throws Failure (code 2) when the model grows over its limit.
   */
  refer(target: Located): Schema & { readonly kind: 'ref' } {
    this.#count(target.pointer);
    if (!this.wanted.has(target.pointer)) this.wanted.set(target.pointer, target.value);
    return { pointer: target.pointer, kind: 'ref', target: target.pointer };
  }

  /** The components of the document; made when a schema asks for them. */
  components(): Components {
    this.#components ??= new Components(this.references);
    return this.#components;
  }

  /**
   * Reads a schema that has its own place in the document. Merging `allOf` reads the parts of a base again, so a schema
   * can come to contain itself, or more levels than the document has: there it is referred to instead.
   *
   * @throws Failure (code 2) for a broken reference, or when the model grows over its limit.
   */
  schema(raw: unknown, pointer: Pointer): Schema {
    this.#count(pointer);
    const read = this.once(pointer, () => this.#reader.one(this, raw, pointer));
    return read ?? this.refer({ value: raw, pointer });
  }

  /**
   * Reads what several schemas say of one place.
   *
   * @throws Failure (code 2) as `schema` does.
   */
  together(stated: readonly Located[]): Schema {
    const [only, ...more] = stated;
    return only !== undefined && more.length === 0
      ? this.schema(only.value, only.pointer)
      : this.#reader.together(this, stated);
  }

  /**
   * What `read` gives; undefined while `key` is being read already, at the limit of depth, and for what was read before
   * in a model that has grown large by such repetition.
   */
  once<T>(key: string, read: () => T): T | undefined {
    if (this.#open.has(key) || this.#open.size >= FILE_LIMITS.depth) return undefined;
    if (this.#schemas > LIMITS.repeated && this.#read.has(key)) return undefined;
    this.#open.add(key);
    this.#read.add(key);
    const result = read();
    this.#open.delete(key);
    return result;
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
