/** Host, interfaces and languages. */
export const stack = {
  needs: {
    http: 'HTTP',
    'http-out': 'calls over HTTP',
    postgres: 'Postgres',
    mysql: 'MySQL',
    redis: 'Redis',
    sqlite: 'SQLite',
    'key-value': 'key-value',
    settings: 'settings',
  },
  statuses: { stable: 'stable WASI 0.2', host: "the host's own", draft: 'a draft' },
  because: {
    askedFor: (host: string) => `${host} was asked for.`,
    onKubernetes: (place: string) => `The service runs on Kubernetes (${place}).`,
    lacksLeast: 'Of the hosts in the table it lacks least of what was found.',
    nothing: 'Nothing was found that asks for a particular host.',
    has: (needs: string) => `It has interfaces for ${needs}.`,
    lacks: (needs: string) => `It has none for ${needs}.`,
  },
  languages: {
    endpoints: {
      part: 'endpoints that read, check and answer JSON',
      language: 'TypeScript',
      why: 'Their time goes into waiting for others; types of the WIT reach the code, and the engine brings fetch and WebCrypto.',
    },
    processor: {
      part: (names: string) => `work for the processor (${names})`,
      language: 'Rust or Go',
      why: 'JavaScript in a component runs on an interpreter without a JIT.',
    },
    compiled: {
      part: (names: string) => `code in ${names} that computes`,
      why: 'It compiles to a component with the tools of its language; the two meet in the WIT.',
    },
  },
};
