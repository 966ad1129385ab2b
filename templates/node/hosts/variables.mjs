// @ts-check
/** `fermyon:spin/variables`, with Spin's rules for names (`crates/expressions/src/lib.rs`, read 2026-11-24). */

/** @param {import('./grants.mjs').Grants} grants @returns {Record<string, object>} */
export function host({ component, variables }) {
  return {
    'fermyon:spin/variables': {
      /** @param {string} name */
      get(name) {
        const fault = nameFault(name);
        if (fault !== undefined)
          throw { tag: 'invalid-name', val: `${JSON.stringify(name)}: ${fault}` };
        if (Object.hasOwn(variables, name)) return variables[name];
        throw { tag: 'undefined', val: `no variable for "${component}".${JSON.stringify(name)}` };
      },
    },
  };
}

/** @param {string} name */
function nameFault(name) {
  if (name === '') return 'must not be empty';
  const [wrong] = /[^a-z0-9_]/u.exec(name) ?? [];
  if (wrong !== undefined) {
    return `invalid character '${wrong}'. Variable names may contain only lower-case letters, numbers, and underscores.`;
  }
  if (!/^[a-z]/.test(name)) return 'must start with a lowercase ASCII letter';
  if (name.endsWith('_')) return 'must end with a lowercase ASCII letter or digit';
  return name.includes('__') ? 'must not contain multiple consecutive underscores' : undefined;
}
