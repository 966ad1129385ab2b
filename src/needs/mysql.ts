import { SQL_USE, serverHosts, serverVariables, TABLE_DOCS } from './database.ts';
import type { Need } from './need.ts';

const HOST = 'mysql://{{ mysql_host }}:{{ mysql_port }}';

/** Spin's MySQL, which MariaDB speaks too. Its types come from an interface of their own. */
export const mysql: Need = {
  name: 'mysql',
  label: 'A MySQL or MariaDB database',
  title: 'MySQL',
  stage: 'released',
  asked: 'choice',
  uses: ['variables'],
  wit: {
    imports: ['fermyon:spin/mysql@2.0.0'],
    exports: [],
    interfaces: [
      { package: 'fermyon:spin@2.0.0', file: 'rdbms-types' },
      { package: 'fermyon:spin@2.0.0', file: 'mysql' },
    ],
    wasi: [],
  },
  code: { wrapper: 'mysql', types: ['mysql'] },
  proof: {
    host: 'mysql',
    drivers: ['mysql2'],
    server: {
      address: '{{ mysql_host }}:{{ mysql_port }}',
      start:
        'docker run --rm --publish 3306:3306 --env MARIADB_DATABASE=NAME --env MARIADB_USER=NAME --env MARIADB_PASSWORD=secret --env MARIADB_RANDOM_ROOT_PASSWORD=1 mariadb:11',
    },
  },
  counter: {
    binding: 'db',
    docs: TABLE_DOCS,
    template: 'mysql',
  },
  grants: (service) => ({ allowedOutboundHosts: serverHosts(['mysql'], HOST, service) }),
  variables: (service) => serverVariables({ scheme: 'mysql', title: 'MySQL', port: 3306 }, service),
  readme: () => ({
    use: SQL_USE,
    grant:
      'connections to that one host and port. What the user may do there is for MySQL to say: give it no more than it needs',
    risk: 'Whatever the database user may do, the component may do; Spin does not look into the SQL.',
  }),
};
