import { TomlRefusal } from './refusal.ts';
import type { Scanner } from './scanner.ts';

const FLOAT = 'floating-point number';
const DIGIT = 'digit';

/** The text of a float as messages show it; `undefined` when none begins here. */
export function float(scanner: Scanner): string | undefined {
  const start = scanner.at;
  const isDecimal = decimal(scanner) !== '';
  if (isDecimal && (exponent(scanner) || fraction(scanner))) {
    const value = Number(scanner.text.slice(start, scanner.at).replaceAll('_', ''));
    if (value === Number.POSITIVE_INFINITY) scanner.refuse({ label: FLOAT }, start);
    return floatText(value);
  }
  scanner.at = start;
  const special = scanner.take(/[+-]?(?:inf|nan)/y);
  if (special === '') return undefined;
  return special.endsWith('nan') ? 'NaN' : special.replace('+', '');
}

/** As Rust's `Display`: never in powers of ten. */
function floatText(value: number): string {
  if (!Number.isFinite(value)) return value < 0 ? '-inf' : 'inf';
  if (!Number.isInteger(value)) return String(value);
  return `${Object.is(value, -0) ? '-0' : BigInt(value)}.0`;
}

/** An integer in its own digits; empty when none begins here. */
function decimal(scanner: Scanner): string {
  const digits = scanner.take(/[+-]?(?:[1-9](?:_?\d)*|\d)/y);
  if (scanner.next === '_' && /[1-9]/.test(digits)) {
    scanner.refuse({ label: 'integer', expected: [DIGIT] }, scanner.at + 1);
  }
  return digits;
}

function exponent(scanner: Scanner): boolean {
  if (scanner.take(/[eE][+-]?/y) === '') return false;
  digits(scanner, /\d/y, { label: FLOAT, outer: [] });
  return true;
}

function fraction(scanner: Scanner): boolean {
  if (!scanner.eat('.')) return false;
  digits(scanner, /\d/y, { label: FLOAT, outer: [DIGIT] });
  exponent(scanner);
  return true;
}

/** Digits with `_` between them. */
function digits(
  scanner: Scanner,
  digit: RegExp,
  { label, outer }: { readonly label: string; readonly outer: readonly string[] },
): void {
  if (scanner.take(digit) === '') scanner.refuse({ label, expected: outer });
  for (;;) {
    const isSplit = scanner.eat('_');
    if (scanner.take(digit) !== '') continue;
    if (isSplit) scanner.refuse({ label, expected: [DIGIT, ...outer] });
    return;
  }
}

const BASES: ReadonlyMap<string, { readonly label: string; readonly digit: RegExp }> = new Map([
  ['0x', { label: 'hexadecimal integer', digit: /[0-9A-Fa-f]/y }],
  ['0o', { label: 'octal integer', digit: /[0-7]/y }],
  ['0b', { label: 'binary integer', digit: /[01]/y }],
]);

/** The text of an integer in decimal digits, or why none begins here. */
export function integer(scanner: Scanner): string | TomlRefusal {
  const start = scanner.at;
  const base = BASES.get(scanner.text.slice(start, start + 2));
  if (base !== undefined) {
    scanner.at += 2;
    digits(scanner, base.digit, { label: base.label, outer: [] });
  } else if (decimal(scanner) === '') {
    scanner.take(/[+-]/y);
    return new TomlRefusal({ label: 'integer' }, scanner.at);
  }
  const written = scanner.text.slice(start, scanner.at).replaceAll('_', '').replace('+', '');
  const value = written.startsWith('-') ? -BigInt(written.slice(1)) : BigInt(written);
  if (BigInt.asIntN(64, value) !== value) {
    const size = value < 0 ? 'small' : 'large';
    scanner.refuse({ cause: `number too ${size} to fit in target type` }, start);
  }
  return String(value);
}
