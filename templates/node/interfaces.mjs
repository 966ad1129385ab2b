// @ts-check
/** What a component asks of its host and what it offers, read from its bytes (component-model, `design/mvp/Binary.md`). */
import { ByteReader, MalformedModule } from './snapshot/bytes.mjs';
import { readComponent } from './snapshot/module.mjs';

const SECTION = { import: 10, export: 11 };

/** Kinds of an item's description. */
const KIND = { coreModule: 0, value: 2, type: 3, instance: 5 };

/**
 * @param {Uint8Array} component
 * @returns {{ imports: string[], exports: string[] }} names as `wasi:http/types@0.2.10`, sorted
 * @throws {MalformedModule} when it isn't one
 */
export function interfacesOf(component) {
  const named = (/** @type {number} */ id, /** @type {(reader: ByteReader) => void} */ skip) =>
    readComponent(component)
      .filter((section) => section.id === id)
      .flatMap(({ start, end }) => {
        const reader = new ByteReader(component, start, end);
        return reader.vector(() => {
          const name = readName(reader);
          skip(reader);
          return name;
        });
      })
      .sort();
  return {
    imports: named(SECTION.import, skipDescription),
    exports: named(SECTION.export, (reader) => {
      skipItem(reader);
      if (reader.byte() === 1) skipDescription(reader);
    }),
  };
}

/** @param {ByteReader} reader */
function readName(reader) {
  const kind = reader.byte();
  if (kind > 1) throw new MalformedModule(`a name is of the unknown kind ${kind}`);
  return reader.name();
}

/** @param {ByteReader} reader */
function skipItem(reader) {
  const CORE = 0;
  if (reader.byte() === CORE) reader.byte();
  reader.u32();
}

/** @param {ByteReader} reader */
function skipDescription(reader) {
  const kind = reader.byte();
  if (kind > KIND.instance)
    throw new MalformedModule(`a description is of the unknown kind ${kind}`);
  if (kind === KIND.coreModule) reader.byte();
  const isBound = kind === KIND.type || kind === KIND.value;
  const isSubResource = isBound && reader.byte() === 1 && kind === KIND.type;
  if (!isSubResource) reader.skipNumber();
}
