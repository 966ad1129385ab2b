import type { Need } from './need.ts';

/** Files that travel with the application: the folder `assets/`, read-only. */
export const files: Need = {
  name: 'files',
  label: 'Static files, to read or to serve',
  title: 'Static files',
  stage: 'released',
  asked: 'choice',
  uses: [],
  wit: {
    imports: ['wasi:filesystem/preopens@0.2.10', 'wasi:filesystem/types@0.2.10'],
    exports: [],
    interfaces: [],
    wasi: ['filesystem'],
  },
  code: { wrapper: 'files', types: ['filesystem'] },
  proof: { host: 'files', drivers: [] },
  grants: () => ({
    files: [{ source: 'assets', destination: '/' }],
    routes: ['/assets/...'],
  }),
  variables: () => [],
  readme: () => ({
    use: "`files.read('index.html')`, `files.readText(path)`; `GET /assets/…` serves the same files.",
    grant: 'the folder `assets/`, to read; links do not lead out of it',
    risk: 'Everything in `assets/` is public: it is served to whoever knows its name.',
  }),
};
