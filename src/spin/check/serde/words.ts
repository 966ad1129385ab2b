/** The wording of `serde` (1.0, `serde::de::Unexpected`, `serde::de::OneOf`), which is what people see of Spin's parser. */
import { rustString } from '../../rust-text.ts';
import type { TomlNode } from '../toml/node.ts';

/** `invalid type: integer `1`, expected a string` */
export function invalidType(found: TomlNode, expected: string): string {
  return `invalid type: ${unexpected(found)}, expected ${expected}`;
}

function unexpected(found: TomlNode): string {
  if (found.kind === 'string') return `string ${rustString(found.value)}`;
  if (found.kind === 'array') return 'sequence';
  // `toml` hands dates on as a map with one secret key.
  if (found.kind === 'table' || found.kind === 'datetime') return 'map';
  return `${found.kind === 'float' ? 'floating point' : found.kind} \`${found.text}\``;
}

/** `unknown field `x`, expected one of `a`, `b`` */
export function unknownField(key: string, known: readonly string[]): string {
  return `unknown field \`${key}\`, ${expectedNames(known, 'there are no fields')}`;
}

/** `unknown variant `x`, expected `a` or `b`` */
export function unknownVariant(name: string, known: readonly string[]): string {
  return `unknown variant \`${name}\`, ${expectedNames(known, 'there are no variants')}`;
}

function expectedNames(known: readonly string[], none: string): string {
  const names = known.map((name) => `\`${name}\``);
  if (names.length === 0) return none;
  if (names.length <= 2) return `expected ${names.join(' or ')}`;
  return `expected one of ${names.join(', ')}`;
}

export function missingField(key: string): string {
  return `missing field \`${key}\``;
}

export function noVariant(type: string): string {
  return `data did not match any variant of untagged enum ${type}`;
}
