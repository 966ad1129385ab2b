/** Text that may be a number beyond a double: a long exponent, more digits than the largest has, or YAML's own words. */
const SUSPICIOUS = /[eE]\+?\d{3}|\d{309}|\.(?:inf|nan)/iu;

/**
 * Makes the numbers of a parsed text such as JSON has: `1e400`, `.inf` become the largest double, `.nan` null. Changes
 * the value in place.
 *
 * @param text - where `value` is from; most texts have no such number, and then nothing is looked at
 */
export function boundNumbers(value: unknown, text: string): unknown {
  if (!SUSPICIOUS.test(text)) return value;
  const whole = { value };
  const waiting: object[] = [whole];
  const seen = new Set<unknown>();
  // Not recursive: nothing has looked at the depth yet.
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const [key, part] of Object.entries(node)) {
      if (typeof part === 'number' && !Number.isFinite(part)) {
        Object.defineProperty(node, key, { value: bounded(part) });
      } else if (typeof part === 'object' && part !== null && !seen.has(part)) {
        seen.add(part);
        waiting.push(part);
      }
    }
  }
  return whole.value;
}

function bounded(number: number): number | null {
  return Number.isNaN(number) ? null : Math.sign(number) * Number.MAX_VALUE;
}
