const percent = (share: number) => `${Math.round(share * 100)} %`;

/** Where a service is cut into components, and why. */
export const boundaries = {
  title: 'Where to cut',
  divided: (components: number, crossing: number) =>
    `It could be ${components} components; ${percent(crossing)} of what ties its endpoints would cross the cuts.`,
  /** Why it is one component. */
  whole: {
    small: (endpoints: number, least: number) =>
      `One component, no cut: it has ${endpoints === 1 ? '1 endpoint' : `${endpoints} endpoints`}, probes aside, and below ${least} a second one costs more to build and deploy than it separates.`,
    'one-group':
      'One component, no cut: its endpoints are about one thing, and nothing divides them into parts of a useful size.',
    lopsided: (share: number) =>
      `One component, no cut: ${percent(share)} of its endpoints belong together, and what is left is too little.`,
    scattered: (share: number) =>
      `One component, no cut: ${percent(share)} of its endpoints have nothing to do with any others, so what is together would be the exception.`,
    entangled: (crossing: number) =>
      `One component, no cut: ${percent(crossing)} of what ties its endpoints would cross the cuts.`,
  },
  columns: {
    component: 'component',
    endpoints: 'endpoints',
    routes: 'routes',
    own: 'own types',
    shared: 'shared types',
    state: 'keeps',
    needs: 'needs',
    cohesion: 'cohesion',
  },
  line: (endpoints: number, routes: string, own: number, shared: number, cohesion: string) =>
    `${endpoints === 1 ? '1 endpoint' : `${endpoints} endpoints`} at ${routes}; types: ${own} own, ${shared} shared; cohesion ${cohesion}`,
  pair: (a: string, b: string, coupling: string) => `${a} and ${b} (coupling ${coupling})`,
  types: (names: string, count: number, all: number) =>
    `they share ${names}, ${count} of ${all} types`,
  state: (names: string) => `both keep data in ${names}`,
  tags: (names: string) => `both have the tag ${names}`,
  modules: (names: string) => `both are in the module ${names}`,
  paths: (names: string) => `both have paths below ${names}`,
  reference: (from: string, to: string, by: string) => `${from} names ${to} by ${by}`,
  none: (traits: string) => `nothing in common: ${traits}`,
  traits: {
    types: 'types',
    state: 'tables',
    tags: 'tags',
    modules: 'modules',
    paths: 'path prefix',
  },
  names: (names: string, more: number) => (more === 0 ? names : `${names} and ${more} more`),
  next: (names: string) => `Make an app of these components, or of some of them by name: ${names}.`,
  cuts: 'What the cuts go through:',
  worlds: 'The world of each, and what others ask of it:',
  wiring: (asks: string, asked: string) =>
    `An import of another component's interface says what could be composed; the emitted worlds leave it out. A call between components stays HTTP: ${asks} reaches http://${asked}.spin.internal once its allowed_outbound_hosts names that address. It can become a function call where the component that is asked needs nothing of its host: Spin composes by [component.${asks}.dependencies], and refuses a dependency with resources or permissions of its own.`,
  asks: (others: string) => `what ${others} asks of it`,
  how: (smallest: number) =>
    `How: endpoints of one path, one collection or one resource are never separated. Two resources are tied by what they have in common, each criterion by its weight; what is tied by half a point or more is joined, the strongest tie first, and a part with fewer than ${smallest} endpoints joins its nearest; what is small and tied to nothing stands together as general, or goes with the largest. Cohesion is the share of a component's ties that stay inside, coupling the average tie of two.`,
  criteria: {
    tag: 'the document gives both the same tag',
    module: 'the same package, folder or file of the source answers both',
    state: 'both keep data in the same entities or topics',
    path: 'their paths begin with the same resource; half of it counts where their tags differ',
    types: 'they take or give the same types, which count the more, the fewer resources have them',
  },
};
