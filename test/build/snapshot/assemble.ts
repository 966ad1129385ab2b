/** Modules written by hand, byte by byte: an assembler for tests, independent of the code they test. */

export const I32 = 0x7f;
export const I64 = 0x7e;
export const F32 = 0x7d;
export const F64 = 0x7c;
export const V128 = 0x7b;
export const FUNCREF = 0x70;
export const EXTERNREF = 0x6f;

type Bytes = readonly number[];

/** LEB128 of a number that isn't negative. */
export function u(value: number): Bytes {
  return value < 0x80 ? [value] : [(value % 0x80) | 0x80, ...u(Math.floor(value / 0x80))];
}

/** Signed LEB128 of a number that isn't negative. */
export function s(value: number): Bytes {
  return value < 0x40 ? [value] : [(value % 0x80) | 0x80, ...s(Math.floor(value / 0x80))];
}

export function vec(items: readonly Bytes[]): Bytes {
  return [...u(items.length), ...items.flat()];
}

export function str(text: string): Bytes {
  const bytes = [...new TextEncoder().encode(text)];
  return [...u(bytes.length), ...bytes];
}

export function section(id: number, content: Bytes): Bytes {
  return [id, ...u(content.length), ...content];
}

export function custom(name: string, content: Bytes = []): Bytes {
  return section(0, [...str(name), ...content]);
}

export interface Parts {
  /** [parameters, results] */
  readonly types?: readonly (readonly [Bytes, Bytes])[];
  readonly imports?: readonly Bytes[];
  /** Type index and instructions without their end; locals are groups of [count, type]. */
  readonly functions?: readonly {
    readonly type: number;
    readonly locals?: readonly (readonly [number, number])[];
    readonly code: Bytes;
  }[];
  readonly tables?: readonly Bytes[];
  readonly memories?: readonly Bytes[];
  /** Zero and a type. */
  readonly tags?: readonly Bytes[];
  /** Type, mutability, value with its end. */
  readonly globals?: readonly Bytes[];
  readonly exports?: readonly (readonly [name: string, kind: number, index: number])[];
  readonly start?: number;
  readonly elements?: readonly Bytes[];
  readonly data?: readonly Bytes[];
  /** After everything else. */
  readonly customs?: readonly Bytes[];
}

export const HEADER: Bytes = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

export function assemble(parts: Parts): Uint8Array<ArrayBuffer> {
  const vector = (id: number, items: readonly Bytes[] | undefined) =>
    items === undefined ? [] : section(id, vec(items));
  return Uint8Array.from([
    ...HEADER,
    ...vector(
      1,
      parts.types?.map(([from, to]) => [
        0x60,
        ...vec(from.map((t) => [t])),
        ...vec(to.map((t) => [t])),
      ]),
    ),
    ...vector(2, parts.imports),
    ...vector(
      3,
      parts.functions?.map(({ type }) => u(type)),
    ),
    ...vector(4, parts.tables),
    ...vector(5, parts.memories),
    ...vector(13, parts.tags),
    ...vector(6, parts.globals),
    ...vector(
      7,
      parts.exports?.map(([name, kind, index]) => [...str(name), kind, ...u(index)]),
    ),
    ...(parts.start === undefined ? [] : section(8, u(parts.start))),
    ...vector(9, parts.elements),
    ...(parts.data === undefined ? [] : section(12, u(parts.data.length))),
    ...vector(
      10,
      parts.functions?.map(({ locals = [], code }) => {
        const body = [...vec(locals.map(([count, type]) => [...u(count), type])), ...code, 0x0b];
        return [...u(body.length), ...body];
      }),
    ),
    ...vector(11, parts.data),
    ...(parts.customs ?? []).flat(),
  ]);
}

/** `(import "from" "name" (func (type N)))` */
export function importFunction(from: string, name: string, type: number): Bytes {
  return [...str(from), ...str(name), 0, ...u(type)];
}
