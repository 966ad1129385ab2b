import { expect, test } from 'vitest';
import type { ParamCode, TypeCode } from '../../src/runtime/table.ts';
import {
  cookieText,
  headerText,
  pathText,
  queryPairs,
} from '../../src/smoke/samples/parameters.ts';
import { compileTypes } from '../../templates/runtime/codec.ts';
import { compileParameters } from '../../templates/runtime/parameters.ts';
import { Problem } from '../../templates/runtime/problem.ts';
import { RequestParts } from '../../templates/runtime/request-parts.ts';
import { anyType, pick, type Random, seeded } from './arbitrary.ts';
import { anySendable, anyStyle, type Style } from './arbitrary-parameters.ts';

interface Sent {
  readonly captures?: readonly string[];
  readonly search?: string;
  readonly headers?: Record<string, string>;
}

const SEEDS = Array.from({ length: 1000 }, (_, seed) => seed);

/** What a client sends for a JSON value. */
function sentBy(style: Style, json: unknown): Sent {
  if (style.in === 'path') return { captures: [pathText(style, json)] };
  if (style.in === 'query') return { search: queryPairs(style, json).join('&') };
  if (style.in === 'header') return { headers: { p: headerText(style, json) } };
  return { headers: { cookie: `x=1; ${cookieText(style, json)}` } };
}

/** What the component makes of it. */
function received(style: Style, type: TypeCode, sent: Sent): unknown {
  const { json, ...form } = style;
  const code: ParamCode = { js: 'p', type, ...form, ...(json && { json }) };
  const route = {
    ...{ id: 'x', method: 'GET', path: '/', params: [code], errors: [] },
    ...{ call: 'positional' as const, ok: { kind: 'reply' as const } },
  };
  const request = new Request('http://x/', { headers: sent.headers ?? {} });
  const parts = new RequestParts(request, sent.search ?? '', sent.captures ?? []);
  const names = style.in === 'path' ? [style.name] : [];
  return compileParameters(route, names, compileTypes({}))[0]?.(parts);
}

test('a value comes back through every style as it was', () => {
  for (const seed of SEEDS) {
    const random = seeded(seed);
    const style = anyStyle(random);
    const { type, json } = anySendable(random, style);
    const sent = sentBy(style, json);
    const value = compileTypes({}).decode(type, json);
    const place = `seed ${seed}: ${JSON.stringify([style, sent, type])}`;
    expect(received(style, type, sent), place).toStrictEqual(value);
  }
});

const TOKENS = [
  ...['p', 'p', 'R', 'kind', '__proto__', 'a', '1', '-0.5', 'true', 'x', '', '9'.repeat(30)],
  ...['=', '=', '&', '[', ']', '[]', '[0]', ',', ',', '.', ';', '|', '+', '/', '?', ':', '"', '{'],
  ...['%', '%2', '%2C', '%20', '%7c', '%ff', '%00', '%C3%A9', '[1,2]', '{"R":1}', 'null'],
];

test('whatever a client sends is read or refused', () => {
  const counts = { read: 0, refused: 0 };
  for (const seed of SEEDS) {
    const random = seeded(seed);
    const style = anyStyle(random);
    const { type } = random() < 0.5 ? anySendable(random, style) : { type: anyType(random, 3) };
    const sent = anySent(random, style);
    try {
      received(style, type, sent);
      counts.read += 1;
    } catch (error) {
      expect(error, `seed ${seed}: ${JSON.stringify([style, sent, type])}`).toBeInstanceOf(Problem);
      counts.refused += 1;
    }
  }
  expect(counts.read).toBeGreaterThan(30);
  expect(counts.refused).toBeGreaterThan(300);
});

function anySent(random: Random, { in: place }: Style): Sent {
  const length = 1 + Math.floor(random() * 8);
  const text = Array.from({ length }, () => pick(random, TOKENS)).join('');
  if (place === 'path') return { captures: [text] };
  if (place === 'query') return { search: random() < 0.7 ? `p=${text}` : `p${text}` };
  return { headers: place === 'header' ? { p: text } : { cookie: `p=${text}` } };
}
