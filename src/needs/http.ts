import type { Need } from './need.ts';

/** Calls to other servers over HTTP, by the hosts of `--outbound`. */
export const http: Need = {
  name: 'http',
  label: 'Other servers over HTTP',
  title: 'Outbound HTTP',
  stage: 'released',
  asked: 'implied',
  uses: [],
  wit: {
    imports: ['wasi:http/outgoing-handler@0.2.10'],
    exports: [],
    interfaces: [],
    wasi: [],
  },
  code: { wrapper: 'outbound', types: [] },
  proof: { host: 'outbound', drivers: [] },
  grants: ({ outbound }) => ({
    allowedOutboundHosts: outbound.filter((entry) => /^(?:https?|\*):/u.test(entry)),
  }),
  variables: () => [],
  readme: ({ outbound }) => ({
    use: `\`await outbound('https://…', { timeout: 2000 })\`: a \`fetch\` that gives up in time and says what is wrong.${chaining(outbound)}`,
    grant: 'those hosts and ports, with every path and method; a redirect elsewhere is refused',
    risk: 'A URL that comes from a request can only lead to these hosts, but to any path of theirs.',
  }),
};

/** Only Spin knows the other components of an application: on Node each is a process of its own. */
function chaining(outbound: readonly string[]): string {
  return outbound.some((entry) => /\.spin\.internal(?::|$)/u.test(entry))
    ? ' Another component of the application is `http://ID.spin.internal`; for tests `SPIN_INTERNAL_ID` of the environment or of `.env` is the URL where it is served.'
    : '';
}
