// @ts-check
/** The draft `wasi:config/store` 0.2.0-draft-2024-09-27 as Spin has it: a name that is none is a variable that isn't there. */

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
