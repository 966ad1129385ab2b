// @ts-check
/** Random changes to OpenAPI documents that know what such a document is made of. */
import { createRandom } from './random.mjs';
import { changedSchema, cycle, deepSchema } from './schemas.mjs';
import { asSwagger } from './swagger.mjs';
import { changedText, damaged } from './text.mjs';
import { KEYS, NAMES, VALUES } from './vocabulary.mjs';

/**
 * @typedef {import('./random.mjs').Random} Random
 * @typedef {{ node: any, key: string }} Place an object or array, and a key in it
 * @typedef {{ name: string, text: string }} Mutant the name says whether it is JSON or YAML
 */

/**
 * A mutant of one of the documents, into which parts of another may have come.
 *
 * @param {readonly string[]} texts of the documents, as JSON
 * @param {string} seed the same seed makes the same mutant
 * @returns {Mutant}
 */
export function mutantOf(texts, seed) {
  const random = createRandom(seed);
  const document = JSON.parse(random.pick(texts));
  const other = random.happens(0.2) ? JSON.parse(random.pick(texts)) : document;
  for (let count = 1 + random.below(8); count > 0; count -= 1) {
    const where = randomPlace(document, random);
    if (where !== undefined) random.pick(CHANGES)({ ...where, document, other, random });
  }
  const final = random.happens(0.1) ? asSwagger(document) : document;
  if (random.happens(0.1)) return { name: 'openapi.yaml', text: changedText(final, random) };
  const text = JSON.stringify(final);
  return { name: 'openapi.json', text: random.happens(0.03) ? damaged(text, random) : text };
}

/** Seldom near the root, where a change ends all reading. @param {any} document @param {Random} random @returns {Place | undefined} */
function randomPlace(document, random) {
  let node = document;
  for (let depth = 0; ; depth += 1) {
    const keys = Object.keys(node);
    if (keys.length === 0) return undefined;
    const inner = keys.filter((key) => isBranch(node[key]));
    const key = random.pick(inner.length > 0 && random.happens(0.85) ? inner : keys);
    if (!isBranch(node[key]) || random.happens(depth < 3 ? 0.01 : 0.15)) return { node, key };
    node = node[key];
  }
}

/** @typedef {Place & { document: any, other: any, random: Random }} Change */

/** @type {readonly ((change: Change) => void)[]} */
const CHANGES = [
  ({ node, key }) => {
    if (Array.isArray(node)) node.splice(Number(key), 1);
    else delete node[key];
  },
  ({ node, key, random }) => put(node, key, structuredClone(random.pick(VALUES))),
  ({ node, random }) => put(node, random.pick(KEYS), structuredClone(random.pick(VALUES))),
  ({ node, key, random }) => rename(node, key, random.pick(KEYS)),
  ({ node, key, random }) => rename(node, key, random.pick(NAMES)),
  ({ node, random }) => put(node, random.pick(NAMES), random.pick(NAMES)),
  ({ node, key, document, random }) => put(node, key, reference(document, random)),
  ({ node, key, document, random }) =>
    put(node, key, changedSchema(node[key], reference(document, random), random)),
  ({ node, key, document, random }) =>
    put(node, key, changedSchema(node[key], reference(document, random), random)),
  ({ node, key, other, random }) => copy(other, node, key, random),
  ({ node, other, random }) => copy(other, node, random.pick(KEYS), random),
  ({ node, key, random }) => put(node, random.pick(Object.keys(node)), node[key]),
  ({ node, key, random }) => put(node, key, deepSchema(node[key], 1 + random.below(600))),
  ({ node, key, document, random }) => put(node, key, cycle(document, random)),
];

/** @param {any} document @param {Random} random */
function reference(document, random) {
  const names = Object.keys(document?.components?.schemas ?? {});
  return { $ref: `#/components/schemas/${names.length === 0 ? 'x' : random.pick(names)}` };
}

/** @param {any} from @param {any} node @param {string} key @param {Random} random */
function copy(from, node, key, random) {
  const place = randomPlace(from, random);
  if (place !== undefined) put(node, key, structuredClone(place.node[place.key]));
}

/** @param {unknown} value */
function isBranch(value) {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

/** Sets a property of any name: `__proto__` too, as JSON.parse does. @param {any} node @param {string} key @param {unknown} value */
function put(node, key, value) {
  if (Array.isArray(node)) node[Math.min(Number(key) || 0, node.length)] = value;
  else {
    const settings = { enumerable: true, configurable: true, writable: true };
    Object.defineProperty(node, key, { value, ...settings });
  }
}

/** @param {any} node @param {string} key @param {string} name */
function rename(node, key, name) {
  if (Array.isArray(node)) return;
  const value = node[key];
  delete node[key];
  put(node, name, value);
}
