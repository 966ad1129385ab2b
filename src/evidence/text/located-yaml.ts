import { EVENT_ID, type Event, getScalarValue, parseEvents } from 'js-yaml';
import { Malformed } from '../reader.ts';

/** A YAML or JSON value that knows where it stands. Unknown tags (`!Ref`) are kept beside the value, never resolved. */
export class Located {
  readonly offset: number;
  readonly tag: string | undefined;
  readonly scalar: string | undefined;
  readonly list: readonly Located[] = [];
  readonly map: ReadonlyMap<string, LocatedEntry> = new Map();

  constructor(offset: number, tag: string | undefined, content: LocatedContent) {
    this.offset = offset;
    this.tag = tag;
    if (typeof content === 'string') this.scalar = content;
    else if (content instanceof Map) this.map = content;
    else this.list = content;
  }

  /** The value under these keys. */
  at(...keys: string[]): Located | undefined {
    let node: Located | undefined = this;
    for (const key of keys) node = node?.map.get(key)?.value;
    return node;
  }

  /** The scalar under these keys, unless it is empty. */
  text(...keys: string[]): string | undefined {
    return this.at(...keys)?.scalar || undefined;
  }

  /** The entry under these keys, to point at its key. */
  entry(...keys: string[]): LocatedEntry | undefined {
    return this.at(...keys.slice(0, -1))?.map.get(keys.at(-1) ?? '');
  }
}

type LocatedContent = string | LocatedEntries | Located[];
type LocatedEntries = Map<string, LocatedEntry>;

export interface LocatedEntry {
  readonly key: string;
  /** Where the key stands. */
  readonly offset: number;
  readonly value: Located;
}

const LIMITS = { depth: 100, nodes: 2_000_000, merged: 10_000 };

/**
 * The documents of a YAML stream, or the one of a JSON text, with the offset of each key and value. Aliases point at what
 * they name, and `<<` is merged (YAML 1.1 merge key), as compose files use it.
 *
 * @throws Malformed
 */
export function parseLocated(text: string): readonly Located[] {
  try {
    return new Builder(text, parseEvents(text, { maxDepth: LIMITS.depth })).documents();
  } catch {
    throw new Malformed(/\{\{.{0,300}\}\}/u.test(text) ? 'template' : 'malformed');
  }
}

class Builder {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #anchors = new Map<string, Located>();
  #next = 0;
  #merged = 0;

  constructor(text: string, events: readonly Event[]) {
    if (events.length > LIMITS.nodes) throw new Malformed();
    this.#text = text;
    this.#events = events;
  }

  documents(): readonly Located[] {
    const documents: Located[] = [];
    while (this.#next < this.#events.length) {
      const event = this.#take();
      if (event.type !== EVENT_ID.DOCUMENT) continue;
      this.#anchors.clear();
      if (this.#peek() !== EVENT_ID.POP) documents.push(this.#node());
      this.#take();
    }
    return documents;
  }

  #take(): Event {
    const event = this.#events[this.#next];
    if (event === undefined) throw new Malformed();
    this.#next += 1;
    return event;
  }

  #peek(): number | undefined {
    return this.#events[this.#next]?.type;
  }

  #node(): Located {
    const event = this.#take();
    if (event.type === EVENT_ID.ALIAS) return this.#alias(event.anchorStart, event.anchorEnd);
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) throw new Malformed();
    const tag = event.tagStart < 0 ? undefined : this.#text.slice(event.tagStart, event.tagEnd);
    const node =
      event.type === EVENT_ID.SCALAR
        ? new Located(event.valueStart, tag, getScalarValue(this.#text, event))
        : new Located(
            event.start,
            tag,
            event.type === EVENT_ID.SEQUENCE ? this.#items() : this.#entries(),
          );
    if (event.anchorStart >= 0) {
      this.#anchors.set(this.#text.slice(event.anchorStart, event.anchorEnd), node);
    }
    return node;
  }

  #alias(start: number, end: number): Located {
    const target = this.#anchors.get(this.#text.slice(start, end));
    if (target === undefined) throw new Malformed();
    return target;
  }

  #items(): Located[] {
    const items: Located[] = [];
    while (this.#peek() !== EVENT_ID.POP) items.push(this.#node());
    this.#take();
    return items;
  }

  #entries(): LocatedEntries {
    const own: LocatedEntries = new Map();
    const merged: Located[] = [];
    while (this.#peek() !== EVENT_ID.POP) {
      const key = this.#node();
      const value = this.#node();
      if (key.scalar === '<<') merged.push(value, ...value.list);
      else own.set(key.scalar ?? '', { key: key.scalar ?? '', offset: key.offset, value });
    }
    this.#take();
    for (const { map } of merged) {
      this.#merged += map.size;
      if (this.#merged > LIMITS.merged) throw new Malformed();
      for (const [key, entry] of map) if (!own.has(key)) own.set(key, entry);
    }
    return own;
  }
}
