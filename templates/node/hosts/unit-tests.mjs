// @ts-check
/**
 * Unit tests call functions in plain Node, where nobody answers `import … from 'fermyon:spin/key-value@2.0.0'`. With this
 * plugin of Vite the modules beside this file do, by the grants of spin.toml, as they do for the component.
 */
import { fileURLToPath } from 'node:url';
import { grantsForProof } from './readiness.mjs';

/** `namespace:package/interface@version`, marked as Vite marks modules that are no files. */
const HOST_IMPORT = /^\0?([a-z][a-z0-9-]*:[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*@\S+)$/;

/**
 * @param {string} component its id in spin.toml
 * @param {readonly string[]} hosts modules beside this file: `key-value`
 */
export function hostImports(component, hosts) {
  return {
    name: 'host-imports',
    enforce: /** @type {const} */ ('pre'),
    /** @param {string} id */
    resolveId: (id) => (HOST_IMPORT.test(id) ? `\0${id}` : undefined),
    /** @param {string} id */
    async load(id) {
      const [, name] = HOST_IMPORT.exec(id) ?? [];
      if (name === undefined) return undefined;
      const names = Object.keys(await hostEntry(name, component, hosts));
      const words = [name, component, hosts].map((word) => JSON.stringify(word)).join(', ');
      return [
        `import { hostEntry } from ${JSON.stringify(fileURLToPath(import.meta.url))};`,
        `export const { ${names.join(', ')} } = await hostEntry(${words});`,
      ].join('\n');
    },
  };
}

/**
 * What an interface exports.
 *
 * @param {string} name
 * @param {string} component
 * @param {readonly string[]} hosts
 * @returns {Promise<Record<string, unknown>>}
 */
export async function hostEntry(name, component, hosts) {
  const manifest = fileURLToPath(new URL('../../spin.toml', import.meta.url));
  const { grants } = await grantsForProof(manifest, component, process.env);
  const modules = await Promise.all(
    hosts.map((host) => import(new URL(`./${host}.mjs`, import.meta.url).href)),
  );
  const entries = Object.assign({}, ...modules.map(({ host }) => host(grants, () => undefined)));
  const [unversioned = ''] = name.split('@');
  return entries[name] ?? entries[unversioned] ?? {};
}
