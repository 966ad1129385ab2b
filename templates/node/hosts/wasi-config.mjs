// @ts-check
/** `wasi:config/store`, a draft: the component's variables. As on Spin, a name that is none is an absent value. */

/** @param {import('./grants.mjs').Grants} grants @returns {Record<string, object>} */
export function host({ variables }) {
  return {
    'wasi:config/store': {
      /** @param {string} name */
      get: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
      getAll: () => Object.entries(variables),
    },
  };
}
