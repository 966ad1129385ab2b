/** An object (its keys so far, and the last of them) or an array (the index of its item). */
interface Level {
  readonly keys: Set<string> | undefined;
  at: string | number;
}

/** A place in a JSON text: keys and indexes from the outside in. */
export type JsonPath = readonly (string | number)[];

/**
 * Finds every key that an object of a JSON text has twice; `JSON.parse` keeps the last (RFC 8259 §4 leaves it open).
 *
 * @param text - JSON that `JSON.parse` takes, for it is not checked again
 */
export function repeatedKeys(text: string): JsonPath[] {
  const repeated: JsonPath[] = [];
  const levels: Level[] = [];
  for (let offset = 0; offset < text.length; offset += 1) {
    const level = levels.at(-1);
    switch (text.charCodeAt(offset)) {
      case 0x22: {
        const end = endOfString(text, offset);
        if (level?.keys !== undefined && isKey(text, end)) {
          level.at = textOfString(text, offset, end);
          if (level.keys.has(level.at)) repeated.push(levels.map(({ at }) => at));
          level.keys.add(level.at);
        }
        offset = end - 1;
        break;
      }
      case 0x7b: // {
        levels.push({ keys: new Set(), at: '' });
        break;
      case 0x5b: // [
        levels.push({ keys: undefined, at: 0 });
        break;
      case 0x7d: // }
      case 0x5d: // ]
        levels.pop();
        break;
      case 0x2c: // ,
        if (typeof level?.at === 'number') level.at += 1;
        break;
    }
  }
  return repeated;
}

/** The offset behind the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote + 1;
}

/** Whether an odd number of backslashes is before the character. */
function isEscaped(text: string, offset: number): boolean {
  let before = offset;
  while (text.charCodeAt(before - 1) === 0x5c) before -= 1;
  return (offset - before) % 2 === 1;
}

function isKey(text: string, end: number): boolean {
  let offset = end;
  while (/\s/u.test(text.charAt(offset))) offset += 1;
  return text.charCodeAt(offset) === 0x3a;
}

function textOfString(text: string, start: number, end: number): string {
  const inner = text.slice(start + 1, end - 1);
  return inner.includes('\\') ? JSON.parse(text.slice(start, end)) : inner;
}
