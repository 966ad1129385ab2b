const endpoints = (n: number) => `${n} ${n === 1 ? 'endpoint' : 'endpoints'}`;

/** MIGRATION.md, and what reports of `assess` have of it. */
export const plan = {
  title: (name: string) => `Moving ${name} to WebAssembly components`,
  againstTheVerdict:
    'This project was made all the same. What follows is the careful way to try a slice of the service; the reasons below say what not to try.',
  placesFrom: 'Places are seen from the folder of the service that moves.',
  absence:
    'What was not found may be there all the same: only files of known kinds were read, and nothing was run.',
  factsAsOf: (day: string) => `Facts as of ${day}.`,
  headings: {
    architecture: 'Architecture',
    today: 'Today',
    tomorrow: 'Tomorrow',
    boundaries: 'Boundaries',
    phases: 'Three phases',
    delivery: 'Delivery',
    numbers: 'Numbers',
  },
  areas: {
    security: 'Security',
    data: 'Data',
    io: 'Input and output',
    observability: 'Observability',
    limits: 'Limits of a component',
    rewrite: 'What is written again',
  },
  obstacles: {
    missing: {
      database:
        'run the command of the project again with it, and the wrapper, its grant and its proof are added',
      store:
        'run the command of the project again with one of them, and the wrapper, its grant and its proof are added',
    },
    title: 'Obstacles, and the way around each',
    remedies: {
      manifest: 'grants what the component may reach; everything else is denied',
      grantCall: 'name the address of what the component calls in allowed_outbound_hosts',
      code: 'your functions, one an operation',
      call: 'call it with fetch from the operation that needs it',
      unitTests: 'tests of your functions in plain Node',
      handler: 'answers 500 for what your code throws, and writes its stack to standard error',
      world: 'the contract that a component in any language can be written against',
      database: 'SQL through the interface of the host, typed',
      store: 'keys and values through the interface of the host, typed',
      requests: 'requests that the built component is asked in its tests',
    },
  },
  diagram: {
    today: (name: string) => `${name} today`,
    tomorrow: (name: string) => `${name} after the move`,
    todaySays: (files: number) =>
      `As ${files} ${files === 1 ? 'file shows' : 'files show'} it; a place is named below each store.`,
    tomorrowSays: (host: string) =>
      `When the phases below are done, on ${host}. Dashed is what ends with the last phase.`,
    callers: 'Who starts it',
    entrance: 'Entrance',
    services: 'Services',
    uses: 'What it uses',
    clients: 'Clients',
    clock: 'Clock',
    gateway: 'Gateway, splits by path',
    component: 'component',
    stays: 'container, what stays',
    untilTheEnd: 'container, until the last phase',
    messages: 'messages',
    endpoints,
  },
  phases: {
    lead: 'The old service keeps running until the last phase; endpoints leave it one group at a time, and each step can be taken back.',
    exit: 'Go on when:',
    traffic: 'Traffic:',
    rollback: 'To go back:',
    share: (weight: number) => `${weight} of 100 requests`,
    beside: {
      title: 'Phase 1: beside the old service',
      goal: 'The component answers the first endpoints; nobody but you asks it.',
      build: 'Build it and run its tests.',
      write: (operations: number) =>
        `write ${operations === 1 ? 'the operation' : `the ${operations} operations`}.`,
      untilThen: {
        none: 'Until then each answers 501.',
        examples: 'Until then each answers with its example.',
      },
      beginWith: 'Begin with',
      start: 'Start it beside the old service.',
      compare: 'Ask both the same, and look at every difference.',
      exit: {
        tests: 'Its tests pass, in CI too.',
        written: 'No operation of the first group answers 501 or an example any more.',
        same: 'Old and new answer the recorded requests with the same status and body.',
      },
      rollback: 'Stop it. No user has seen it.',
    },
    split: {
      title: 'Phase 2: a growing share of the traffic',
      goal: 'The gateway sends the first endpoints to the component, a few requests at first.',
      publish: 'publish a version; the workflow builds, tests, pushes and signs it.',
      deploy: (host: string) => `Deploy the published version on ${host}.`,
      route:
        'Let the gateway split the first paths by weight; what is in capitals is yours to fill in.',
      raise: 'Raise the weight a step at a time, and stay on each until you would bet on it.',
      columns: { step: 'step', component: 'component', container: 'container' },
      exit: {
        errors:
          'At every step, the component answers no larger share with 5xx than the container does, by the log of the gateway.',
        slow: 'At every step, its slow answers are no slower than your users accept, by the same log.',
        health: 'answers as it did.',
      },
      traffic: (paths: string) => `by the table above, for ${paths}.`,
      chosen: 'the endpoints that you choose',
      rollback: 'Set the weight of the component to 0 and reload the gateway.',
      state: {
        shared: 'Both write to the same place, so nothing has to be copied back.',
        apart:
          'The container does not see what the component keeps, nor the other way round: send one user to one of them only, or share it first.',
      },
    },
    rest: {
      titleAll: 'Phase 3: the rest, and the end of the container',
      titleSome: 'Phase 3: the rest, and what stays',
      goalAll: 'Every endpoint is answered by a component, and the container is switched off.',
      goalSome: 'What can move has moved; the container is smaller and keeps what it is good at.',
      remaining: (n: number) =>
        n === 1
          ? 'Move the last endpoint (1), through phases 1 and 2.'
          : `Move the other ${n} endpoints in groups that share types, each through phases 1 and 2.`,
      remove: 'Remove what has moved from the old service, with its tests.',
      exit: {
        quiet:
          'The gateway has sent no request for a path that moved to the container since your last release.',
        off: 'The container was off for as long as your longest job or report takes, and nobody missed it.',
        kept: 'What stays has an owner, and the component calls it over HTTP only.',
      },
      trafficSome: 'all of what moved goes to the component; what stays keeps its own.',
      rollback: 'Keep the last image of the old service, and point the gateway back at it.',
      rollbackImage: 'keep this image in its registry, and point the gateway back at it.',
    },
  },
  delivery: {
    registry: {
      ghcr: 'publishes to GHCR, the registry of GitHub',
      ecr: 'publishes to Amazon ECR, where what runs today is on AWS',
    },
    steps: 'A tag installs, tests and builds the project, and pushes it with spin registry push.',
    rights: {
      ghcr: "Its rights: contents: read, packages: write, id-token: write. It uses the job's own token; no secret has to be kept.",
      ecr: 'Its rights: contents: read, id-token: write. It takes a role by OIDC; no key of AWS has to be kept. Set the variables AWS_ROLE_ARN, AWS_REGION and ECR_REPOSITORY, and create the repository in ECR first.',
    },
    signed: 'cosign signs the digest with the identity of the workflow, without a key.',
    subjects:
      'The role trusts a subject. Repositories made since 2026-07-15 have ids in it (repo:OWNER@ID/REPOSITORY@ID:ref:refs/tags/...), older ones have none (repo:OWNER/REPOSITORY:ref:refs/tags/...): write the form that yours has into its trust policy.',
    verify: 'To check a version before it is deployed:',
  },
  numbers: {
    measured: 'Of this machine',
    cited: 'Of others',
    citedLead: 'Published by others, for other programs on other machines:',
    notMeasured: 'Nothing was measured yet: a run without --no-build measures, and writes it here.',
    measuredOn: (day: string, machine: string) => `Measured on ${day}, ${machine}, of the bundle`,
    caveat:
      'The requests went to the transpiled component on Node, an instance for each: a host that compiled it ahead is faster, and one that has yet to compile it is slower the first time. A run with the same bundle leaves these numbers as they are.',
    rows: {
      size: 'component',
      gzip: 'component, gzip',
      build: 'bundle and componentize',
      first: 'first request',
      later: (n: number) => `median of the ${n} requests after it`,
    },
    columns: { what: 'what', value: 'measured', cited: 'number', source: 'source' },
  },
};
