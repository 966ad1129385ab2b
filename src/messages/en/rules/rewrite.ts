/** The rules of src/fit/rules/rewrite.ts in words. */
export const rewrite = {
  'other-language': {
    title: 'Its code is written again ({what})',
    why: 'This generator’s components are TypeScript or JavaScript: nothing of this code is carried over but its contract.',
    instead:
      'Record answers of the old service before it is written again, and compare the new ones with them.',
  },
  'compiled-language': {
    title: 'Its language compiles to components itself ({what})',
    why: 'Code can stay in its language with the tools made for it; this generator gives the WIT and the manifest and writes TypeScript or JavaScript.',
    instead: 'Keep what computes in its language, as a component of its own with the same WIT.',
  },
  'managed-classes': {
    title: '{count} classes are wired by its framework',
    why: 'Nothing injects or intercepts in a component: what annotations do today is written out.',
    instead: 'Move the classes behind one endpoint together; leave the others.',
  },
  'jvm-features': {
    title: 'It uses what only a JVM has ({what})',
    why: 'Aspects, reflection, agents and class loading have no counterpart in WebAssembly.',
    instead: 'Write what they add as plain functions around the operation.',
  },
  'security-framework': {
    title: 'Its access rules live in a framework ({what})',
    why: 'Filters and annotations of the framework stay behind; rules that nobody wrote out are lost with them.',
    instead: 'Write the rules down by operation, with a test each, before moving one.',
  },
  agents: {
    title: 'Its metrics and traces come from a library ({what})',
    why: 'Libraries that export metrics and traces keep state and connections of their own; hosts collect standard error and measure requests.',
    instead:
      'Log JSON lines to standard error and let the host trace; expect dashboards to change.',
  },
  'jvm-monolith': {
    title: 'Object mapping and message consumers are woven together on the JVM',
    why: 'Requests and messages change the same objects; to take one side out is to divide the model first.',
    instead:
      'Divide the service in its own language first; then look at what has come out stateless.',
  },
  large: {
    title: 'It is large: {count} places are tied to its framework',
    why: 'A rewrite of this size costs more than a smaller image and a faster start bring.',
    instead: 'Move a slice that changes often or has bursts of traffic; keep the rest.',
  },
};
