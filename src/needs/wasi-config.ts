import type { Need } from './need.ts';

/** The WASI draft that Spin has had since 3.0; other hosts have later drafts under other versions. */
export const wasiConfig: Need = {
  name: 'wasi-config',
  label: 'Variables by the draft wasi:config (draft: it may change)',
  title: 'Variables by wasi:config (draft)',
  stage: 'draft',
  asked: 'choice',
  uses: [],
  wit: {
    imports: ['wasi:config/store@0.2.0-draft-2024-09-27'],
    exports: [],
    interfaces: [{ package: 'wasi:config@0.2.0-draft-2024-09-27', file: 'wasi-config-store' }],
    wasi: [],
  },
  code: { wrapper: 'wasi-config', types: ['wasi-config'] },
  proof: { host: 'wasi-config', drivers: [] },
  grants: () => ({}),
  variables: () => [],
  readme: ({ variables: [name = 'log_level'] }) => ({
    use: `\`wasiConfig.get('${name}')\`. This is a draft: Spin has \`0.2.0-draft-2024-09-27\`, other hosts have other drafts.`,
    grant: 'those variables and no others, the same that Spin’s own interface reads',
    risk: 'A secret is text once the component has read it: keep it out of logs and answers.',
  }),
};
