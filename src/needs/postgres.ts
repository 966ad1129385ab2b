import { SQL_USE, serverHosts, serverVariables, TABLE_DOCS } from './database.ts';
import type { Need } from './need.ts';

const HOST = 'postgres://{{ postgres_host }}:{{ postgres_port }}';

/** Spin's Postgres: the interface of Spin 3.4 and later, which knows uuid, jsonb and decimal and tells the SQLSTATE. */
export const postgres: Need = {
  name: 'postgres',
  label: 'A Postgres database',
  title: 'Postgres',
  stage: 'released',
  asked: 'choice',
  uses: ['variables'],
  wit: {
    imports: ['spin:postgres/postgres@4.0.0'],
    exports: [],
    interfaces: [{ package: 'spin:postgres@4.0.0', file: 'postgres' }],
    wasi: [],
  },
  code: { wrapper: 'postgres', types: ['postgres'] },
  proof: {
    host: 'postgres',
    drivers: ['pg'],
    server: {
      address: '{{ postgres_host }}:{{ postgres_port }}',
      start:
        'docker run --rm --publish 5432:5432 --env POSTGRES_USER=NAME --env POSTGRES_PASSWORD=secret postgres:17',
    },
  },
  counter: {
    binding: 'db',
    docs: TABLE_DOCS,
    template: 'postgres',
  },
  grants: (service) => ({ allowedOutboundHosts: serverHosts(['postgres'], HOST, service) }),
  variables: (service) =>
    serverVariables({ scheme: 'postgres', title: 'Postgres', port: 5432 }, service),
  readme: () => ({
    use: SQL_USE,
    grant:
      'connections to that one host and port. What the user may do there is for Postgres to say: give it no more than it needs',
    risk: 'Whatever the database user may do, the component may do; Spin does not look into the SQL.',
  }),
};
