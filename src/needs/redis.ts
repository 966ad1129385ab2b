import { serverHosts } from './database.ts';
import type { Need, Variable } from './need.ts';

/**
 * Where the Redis server is. The whole address is one variable and the whole grant, so that `rediss://host:6380` takes
 * one change: Spin compares schemes, and `rediss` has no default port.
 */
export const REDIS_ADDRESS: Variable = {
  name: 'redis_address',
  fallback: 'redis://localhost:6379',
  secret: false,
  description: 'Redis server, as redis://host:6379 or rediss://host:6380 (TLS).',
};

export const redis: Need = {
  name: 'redis',
  label: 'A Redis server',
  title: 'Redis',
  stage: 'released',
  asked: 'choice',
  uses: ['variables'],
  wit: {
    imports: ['fermyon:spin/redis@2.0.0'],
    exports: [],
    interfaces: [{ package: 'fermyon:spin@2.0.0', file: 'redis' }],
    wasi: [],
  },
  code: { wrapper: 'redis', types: ['redis'] },
  proof: {
    host: 'redis',
    drivers: ['ioredis'],
    server: {
      address: '{{ redis_address }}',
      start: 'docker run --rm --publish 6379:6379 redis:7',
    },
  },
  counter: {
    binding: 'redis',
    docs: 'Redis counts by itself: no greeting is lost.',
    template: 'redis',
  },
  grants: (service) => ({
    allowedOutboundHosts: serverHosts(['redis', 'rediss'], '{{ redis_address }}', service),
  }),
  variables: () => [
    REDIS_ADDRESS,
    { name: 'redis_password', secret: true, description: 'Its password; empty for none.' },
  ],
  readme: () => ({
    use: "`redis.get(key)`, `redis.setJson(key, value)`, `redis.incr(key)`, `redis.publish(channel, text)`, `redis.execute('expire', key, 60)`.",
    grant: 'connections to that one server, and there every command that its user may run',
    risk: 'Redis has no tables: whoever shares the server shares the keys, unless its users are told apart (ACL).',
  }),
};
