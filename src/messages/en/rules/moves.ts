/** The rules of src/fit/rules/moves.ts in words. */
export const moves = {
  'http-endpoints': {
    title: 'It answers HTTP requests',
    why: 'A component with wasi:http takes a request and gives an answer; what does no more than that moves as it is designed.',
    instead:
      'Move endpoints that read a request and answer JSON first, in groups that share types.',
  },
  functions: {
    title: 'It is functions already ({count})',
    why: 'A function that starts with a request and ends with it lives as a component instance does.',
    instead: 'Move the functions that HTTP starts; keep those that queues and clocks start.',
  },
  'api-described': {
    title: 'Its interface is described by OpenAPI ({what})',
    why: 'Types, checks and tests of the component are made from the document.',
    instead:
      'Give the document to the generator with --from; where a library makes it at run time, save it first.',
  },
  javascript: {
    title: 'It is JavaScript or TypeScript already',
    why: 'Functions that compute, check and transform can be copied; what comes from Node, npm drivers included, can not.',
    instead: 'Copy pure functions and their tests; replace imports of Node and of drivers.',
  },
  'token-checks': {
    title: 'Requests are checked by token ({what})',
    why: 'A token is checked with the request and a key, without a session: work for the edge. The engine has WebCrypto; importing an RSA key traps in some versions.',
    instead: 'Try the signature check with your own key first; with RSA, before anything else.',
  },
  'http-calls': {
    title: 'It calls others over HTTP ({what})',
    why: 'Calls over HTTP leave a component by fetch, which every host has.',
    instead: 'Write the calls with fetch, and allow each host by name in the manifest.',
  },
  webhooks: {
    title: 'It takes webhooks ({count})',
    why: 'Webhooks come rarely and in bursts; between two of them nothing has to run.',
    instead: 'Move the webhooks as the first slice: they are easy to send twice and to compare.',
  },
};
