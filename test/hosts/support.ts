import type { Grants } from '../../templates/node/hosts/grants.mjs';

/** Grants of nothing, but for what is given. */
export const grantsOf = (more: Partial<Grants> = {}): Grants => ({
  component: 'probe',
  keyValueStores: [],
  sqliteDatabases: [],
  allowedOutboundHosts: [],
  variables: {},
  files: [],
  neighbours: {},
  ...more,
});

/** What a function of a host throws: the payload of the interface's error. */
export function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
