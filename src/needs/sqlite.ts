import { SQL_USE, TABLE_DOCS } from './database.ts';
import { labelled, opened } from './label.ts';
import type { Need } from './need.ts';

/** Spin's SQLite: the interface of Spin 3.3 and later, which tells what a statement changed. */
export const sqlite: Need = {
  name: 'sqlite',
  label: 'A SQLite database',
  title: 'SQLite database',
  stage: 'released',
  asked: 'choice',
  uses: [],
  wit: {
    imports: ['spin:sqlite/sqlite@3.0.0'],
    exports: [],
    interfaces: [{ package: 'spin:sqlite@3.0.0', file: 'sqlite' }],
    wasi: [],
  },
  code: { wrapper: 'sqlite', types: ['sqlite'] },
  proof: { host: 'sqlite', drivers: ['node-sqlite3-wasm'] },
  counter: {
    binding: 'db',
    docs: TABLE_DOCS,
    template: 'sqlite',
  },
  grants: ({ databases }) => ({ sqliteDatabases: databases }),
  variables: () => [],
  readme: ({ databases }) => ({
    use: SQL_USE.replace(/\.$/u, `${opened('openDatabase', databases)}.`),
    grant: `the whole of ${labelled('the database', databases)}, its schema too. Spin keeps it in \`.spin/\` on your machine; \`runtime-config.toml\` can name a libSQL server`,
    risk: 'The component owns the database: it may drop every table.',
  }),
};
