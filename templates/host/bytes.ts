const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What a store takes: an interface would store a plain string as so many zeros. */
export function toBytes(value: string | Uint8Array): Uint8Array {
  return typeof value === 'string' ? encoder.encode(value) : value;
}

export function toText(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
