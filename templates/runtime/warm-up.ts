import { encodeUtf8 } from './bytes.ts';
import { drawLayouts } from './layouts.ts';
import type { PayloadCode, ServiceTable } from './table.ts';

const ITEM: PayloadCode = { media: 'application/json', format: 'json', type: { ref: 'Item' } };

const URL_ENCODED = 'application/x-www-form-urlencoded';

const BODY: PayloadCode = {
  ...ITEM,
  also: [
    { media: URL_ENCODED, format: 'form' },
    { media: 'multipart/form-data', format: 'multipart' },
  ],
};

const TABLE: ServiceTable = {
  types: {
    Item: {
      record: [
        { js: 'id', wire: 'id', type: 's64' },
        { js: 'kind', wire: 'kind', type: { enum: [['a', 'A']] }, optional: true },
        { js: 'tags', wire: 'tags', type: { list: 'string' } },
        {
          js: 'note',
          wire: 'note',
          type: { scalar: 'string', minLength: 1, maxLength: 9 },
          optional: true,
        },
        // Number.isInteger and Number.isFinite are JavaScript in the engine too.
        { js: 'count', wire: 'count', type: { scalar: 's32', min: 1 }, optional: true },
        { js: 'price', wire: 'price', type: 'f64', optional: true },
      ],
    },
  },
  routes: [
    {
      id: 'get',
      method: 'GET',
      path: '/items/{id}',
      params: [
        { js: 'id', in: 'path', name: 'id', type: 'string' },
        { js: 'limit', in: 'query', name: 'limit', type: 's32', optional: true },
        { js: 'tags', in: 'query', name: 'tags', type: { list: 'string' }, optional: true },
      ],
      call: 'positional',
      ok: { kind: 'one', status: 200, payload: ITEM },
      errors: [{ tag: 'gone', status: 410, payload: ITEM }],
    },
    {
      id: 'put',
      method: 'PUT',
      path: '/items/{id}',
      params: [],
      body: { js: 'body', as: BODY },
      call: 'positional',
      ok: { kind: 'one', status: 200, payload: ITEM },
      errors: [],
    },
  ],
};

const SERVICE = {
  get(id: string) {
    const item = { id: 1n, kind: 'a', tags: ['b'], note: 'c', count: 1, price: 1.5 };
    if (id === 'gone') throw { tag: 'gone', val: item };
    return item;
  },
  put: (item: unknown) => item,
};

const PARTS = ['id', 'tags'].map(
  (name) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n1\r\n`,
);

const AT = 'http://localhost/items';

type Fetch = (request: Request) => unknown;

let fetch: Fetch | undefined;

/**
 * Serves a few requests of a made-up service, once. The engine compiles a function when it is first called, and a
 * snapshot keeps what it compiled: done while the component is built, it is not done again by every request
 * (wasmtime 49.0.3, fresh instance a request: 1.56 → 1.20 ms with a query, 1.69 → 1.38 ms with a body).
 */
export function warmUp(
  compile: (table: ServiceTable, service: object, options: object) => { readonly fetch: Fetch },
): void {
  if (fetch !== undefined) return;
  fetch = compile(TABLE, SERVICE, {}).fetch;
  fetch(new Request(`${AT}/1?limit=2&tags=b`));
  fetch(new Request(`${AT}/gone?limit=x`));
  fetch(new Request(`${AT}/gone`));
  for (const [type, body] of BODIES) {
    const headers = { 'content-type': type, 'content-length': String(body.length) };
    fetch(new Request(`${AT}/1`, { method: 'PUT', headers, body }));
  }
  fetch(new Request(AT));
}

const BODIES: readonly (readonly [type: string, text: string])[] = [
  ['application/json', '{"id":1,"kind":"A","tags":["b"],"note":"c","count":1,"price":1.5}'],
  [URL_ENCODED, 'id=1&kind=A&tags=b&note=c+d&count=1&price=1.5'],
  ['multipart/form-data; boundary=b', `${PARTS.join('')}--b--`],
];

let isLast = false;

/**
 * The functions of a typed door, and with the first that is asked for the last warm-up. componentize-js 0.23.0 asks for
 * them after the engine has cleaned up for the snapshot, which throws away what the first warm-up left in caches: the
 * layouts of objects, the places of names. Nothing may be left to wait for then; so there are no promises in it.
 */
export function warmedAgain<Functions extends object>(functions: Functions): Functions {
  const [first] = Object.keys(functions) as (keyof Functions)[];
  if (first === undefined) return functions;
  const asked = functions[first];
  return Object.defineProperty(functions, first, {
    enumerable: true,
    get() {
      if (!isLast) warmUpLast();
      return asked;
    },
  });
}

/** Stands for a promise, and does not wait. */
class Now {
  private readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }

  // biome-ignore lint/suspicious/noThenProperty: it stands for a promise
  then(use: (value: unknown) => unknown): Now {
    return new Now(use(this.value));
  }
}

function warmUpLast(): void {
  isLast = true;
  drawLayouts();
  fetch?.(new Request(`${AT}/1?limit=2&tags=b`));
  for (const [type, text] of BODIES) {
    const headers = new Headers({ 'content-type': type, 'content-length': String(text.length) });
    const arrayBuffer = () => new Now(encodeUtf8(text).buffer);
    fetch?.({ method: 'PUT', url: `${AT}/1`, headers, arrayBuffer } as never);
  }
}
