import type { Need } from './need.ts';

/** Spin's variables. Those of the answers are the service's; a service that names none gets one to see how it goes. */
export const variables: Need = {
  name: 'variables',
  label: 'Configuration variables and secrets',
  title: 'Variables and secrets',
  stage: 'released',
  asked: 'choice',
  uses: [],
  wit: {
    imports: ['fermyon:spin/variables@2.0.0'],
    exports: [],
    interfaces: [{ package: 'fermyon:spin@2.0.0', file: 'variables' }],
    wasi: [],
  },
  code: { wrapper: 'config', types: ['variables'] },
  proof: { host: 'variables', drivers: [] },
  grants: () => ({}),
  variables: () => [],
  readme: ({ variables: [name = 'log_level'] }) => ({
    use: `\`config.get('${name}')\`; the type knows the names.`,
    grant:
      'those variables and no others, whatever else the application has. A value is `SPIN_VARIABLE_NAME` of the environment or of `.env`, then the default',
    risk: 'A secret is text once the component has read it: keep it out of logs and answers.',
  }),
};
