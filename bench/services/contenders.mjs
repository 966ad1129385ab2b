// @ts-check
import { buildByStock, buildService, writeService, writeShop } from './project.mjs';

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} label
 * @property {(shop: () => Promise<string>) => Promise<string>} build of its component; `shop`: directory of the emitted
 *   project
 */

/** How many operations every contender has. */
export const OPERATIONS = 50;

/** @type {Contender} */
const ours = {
  name: 'ours',
  label: 'this: typed, checked by the document',
  build: async (shop) => buildService(await shop()),
};

/** @type {Contender} */
const oursByStock = {
  name: 'ours-stock',
  label: 'the same, made by componentize-js',
  async build(shop) {
    const directory = await shop();
    await buildService(directory);
    return buildByStock(directory);
  },
};

/** @param {string} name @param {string} label @param {string} entry module of the component @returns {Contender} */
function service(name, label, entry) {
  return {
    name,
    label,
    build: async (shop) => buildService(await writeService(name, await shop(), entry)),
  };
}

/** @param {string} router @param {string} checks @param {'warm' | 'as it is'} state */
function entryOf(router, checks, state) {
  return [
    `import * as checks from './services/checks/${checks}.mjs';`,
    `import { createFetch } from './services/routers/${router}.mjs';`,
    "import { warm } from './services/warm.mjs';",
    "import { resources } from './documents/shop.mjs';",
    `const all = resources(${OPERATIONS / 5});`,
    'const fetch = createFetch(all, checks);',
    ...(state === 'warm' ? ['warm(fetch, all);'] : []),
    "addEventListener('fetch', (event) => event.respondWith(fetch(event.request)));",
    '',
  ].join('\n');
}

/** The emitted component, the engine alone, and the same 50 routes with the usual routers and validators. */
export const contenders = [
  service('bare', 'bare handler, no routes, no checks', "import './services/bare.mjs';\n"),
  ours,
  oursByStock,
  service('hono-docs', 'Hono, as its docs write it', entryOf('hono-docs', 'zod', 'as it is')),
  service('hono-zod', 'Hono, warmed by hand, Zod', entryOf('hono-default', 'zod', 'warm')),
  service('hono-valibot', 'Hono, warmed, Valibot', entryOf('hono-default', 'valibot', 'warm')),
  service('tiny-zod', 'hono/tiny, warmed, Zod', entryOf('hono-tiny', 'zod', 'warm')),
  service('tiny-valibot', 'hono/tiny, warmed, Valibot', entryOf('hono-tiny', 'valibot', 'warm')),
  service('itty-zod', 'itty-router, warmed, Zod', entryOf('itty', 'zod', 'warm')),
  service('itty-valibot', 'itty-router, warmed, Valibot', entryOf('itty', 'valibot', 'warm')),
];

/** The emitted project, written at the first call. @returns {() => Promise<string>} */
export function shopOnce() {
  /** @type {Promise<string> | undefined} */
  let shop;
  return () => {
    shop ??= writeShop('shop', OPERATIONS);
    return shop;
  };
}
