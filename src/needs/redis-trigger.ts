import type { Need } from './need.ts';
import { REDIS_ADDRESS } from './redis.ts';

/** Messages of a Redis channel call the component, beside its HTTP requests. */
export const redisTrigger: Need = {
  name: 'redis-trigger',
  label: 'Messages of a Redis channel, beside HTTP requests',
  title: 'Redis trigger',
  stage: 'released',
  asked: 'choice',
  uses: [],
  wit: {
    imports: [],
    exports: ['fermyon:spin/inbound-redis'],
    interfaces: [
      { package: 'fermyon:spin', file: 'redis-types' },
      { package: 'fermyon:spin', file: 'inbound-redis' },
    ],
    wasi: [],
  },
  code: { wrapper: 'redis-trigger', types: [] },
  proof: { host: undefined, drivers: [] },
  grants: ({ name }) => ({
    redisTriggers: [{ address: `{{ ${REDIS_ADDRESS.name} }}`, channel: name }],
  }),
  variables: () => [REDIS_ADDRESS],
  readme: ({ name, language }) => ({
    use: `\`onMessage(bytes)\` in \`src/messages.${language}\` is called with each message of the channel \`${name}\`: \`redis-cli publish ${name} hello\`.`,
    grant: 'nothing: the host listens, and calls the component',
    risk: 'Whoever may publish to the channel calls this function: check what arrives. A message that fails is lost.',
  }),
};
