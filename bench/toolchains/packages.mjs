// @ts-check
// What the other toolchains are installed from: the newest versions that the registry had on 2026-11-24, each exact.
import { readFileSync } from 'node:fs';

/** @typedef {{ dependencies: Readonly<Record<string, string>>, overrides?: Readonly<Record<string, string>> }} Packages */

const orders = new URL('../../examples/orders/package.json', import.meta.url);

/** What an emitted project installs. @type {Packages} */
const emitted = { dependencies: JSON.parse(readFileSync(orders, 'utf8')).devDependencies };

/** The same, and what the services of bench/services import. @type {Packages} */
const project = {
  dependencies: {
    ...emitted.dependencies,
    '@hono/zod-validator': '0.9.1',
    hono: '4.13.19',
    'itty-router': '5.0.24',
    valibot: '1.5.0',
    zod: '4.6.7',
  },
};

/** What a scaffolded project installs. @type {Packages} */
const scaffold = {
  dependencies: {
    '@bytecodealliance/jco': '1.35.0',
    '@types/node': '24.0.0',
    rolldown: '1.2.19',
    typescript: '7.0.2',
    vitest: '4.1.12',
  },
  // The shim 0.26.1, which jco 1.35.0 asks for, shows it no folders: it can't read WIT.
  overrides: { '@bytecodealliance/preview2-shim': '0.26.0' },
};

/** @type {Packages} */
const spin = {
  dependencies: {
    '@bytecodealliance/preview2-shim': '0.26.0', // build-tools imports it and doesn't ask for it
    '@spinframework/build-tools': '1.0.7',
    '@spinframework/wasi-http-proxy': '1.0.1',
    esbuild: '0.28.2',
    'itty-router': '5.0.24',
  },
  overrides: scaffold.overrides ?? {},
};

export const packages = { emitted, scaffold, spin };

/** What is installed for the benches, by the folder in their cache. */
export const opponents = { project, scaffold, spin };
