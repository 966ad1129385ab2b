/**
 * Where `needle` is in `bytes`, from `from` on; -1 when it is not. The needle's first byte must not be in it twice: what
 * was compared is then never looked at again, and the search is linear for hostile bytes too.
 */
export function find(bytes: Uint8Array, needle: Uint8Array, from: number): number {
  const [first = 0] = needle;
  let at = bytes.indexOf(first, from);
  while (at !== -1) {
    let same = 1;
    while (same < needle.length && bytes[at + same] === needle[same]) same += 1;
    if (same === needle.length) return at;
    at = bytes.indexOf(first, at + same);
  }
  return -1;
}

export function concatenate(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

export function encodeUtf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const newDecoder = () => new TextDecoder('utf-8', { fatal: true });
let decoder = newDecoder();

/** The text of UTF-8 bytes, without a byte order mark; undefined when they are none. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    const text = decoder.decode(bytes);
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch {
    decoder = newDecoder(); // In the engine one that has failed keeps a stale state.
    return undefined;
  }
}
