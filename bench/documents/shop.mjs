// @ts-check
// An OpenAPI document of as many operations as one likes: a shop of departments (`books`), each with resources
// (`orders`), each with five operations and types of its own, as documents written by many teams have them.

const DEPARTMENTS = [
  'books',
  'music',
  'garden',
  'kitchen',
  'office',
  'sports',
  'toys',
  'travel',
  'audio',
  'video',
];
const RESOURCES = [
  'orders',
  'quotes',
  'returns',
  'rentals',
  'repairs',
  'gifts',
  'trials',
  'bundles',
  'renewals',
  'transfers',
];

/** @typedef {{ department: string, noun: string, path: string, type: string, tag: string }} Resource `type`: `BooksOrders` */

/** At most 100, in the order of the document. @param {number} count @returns {Resource[]} */
export function resources(count) {
  const all = DEPARTMENTS.flatMap((department) =>
    RESOURCES.map((noun) => ({
      department,
      noun,
      path: `/v1/${department}/${noun}`,
      type: capital(department) + capital(noun),
      tag: `${department}-${noun}`,
    })),
  );
  return all.slice(0, count);
}

/** @param {string} word */
function capital(word) {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** The five operations of a resource: what they are called, where they are. @param {Resource} resource */
export function operationsOf({ type, path }) {
  return [
    { id: `get${type}`, kind: /** @type {const} */ ('get'), method: 'get', path: `${path}/{id}` },
    { id: `create${type}`, kind: /** @type {const} */ ('create'), method: 'post', path },
    { id: `list${type}`, kind: /** @type {const} */ ('list'), method: 'get', path },
    {
      id: `replace${type}`,
      kind: /** @type {const} */ ('replace'),
      method: 'put',
      path: `${path}/{id}`,
    },
    {
      id: `remove${type}`,
      kind: /** @type {const} */ ('remove'),
      method: 'delete',
      path: `${path}/{id}`,
    },
  ];
}

/** @param {number} operations from 1 to 500 */
export function shopDocument(operations) {
  const chosen = resources(Math.ceil(operations / 5));
  /** @type {Record<string, Record<string, unknown>>} */
  const paths = {};
  const all = chosen.flatMap((resource) =>
    operationsOf(resource).map((operation) => ({ resource, operation })),
  );
  for (const { resource, operation } of all.slice(0, operations)) {
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: operationObject(operation, resource),
    };
  }
  const schemas = Object.assign(commonSchemas(), ...chosen.map(schemasOf));
  return {
    openapi: '3.1.0',
    info: { title: 'Shop', version: '1.0.0' },
    paths,
    components: { schemas },
  };
}

/** @param {ReturnType<typeof operationsOf>[number]} operation @param {Resource} resource */
function operationObject({ id, kind }, { tag, type }) {
  const parameters = {
    get: [idParameter],
    create: [],
    list: listParameters,
    replace: [idParameter],
    remove: [idParameter],
  }[kind];
  const takesBody = kind === 'create' || kind === 'replace';
  return {
    operationId: id,
    tags: [tag],
    ...(parameters.length > 0 && { parameters }),
    ...(takesBody && { requestBody: { required: true, content: json(ref(`${type}Draft`)) } }),
    responses: {
      ...success(kind, type),
      404: { description: 'Not found', content: json(ref('Problem')) },
    },
  };
}

const idParameter = {
  name: 'id',
  in: 'path',
  required: true,
  schema: { type: 'string', minLength: 3, maxLength: 40 },
};
const listParameters = [
  {
    name: 'limit',
    in: 'query',
    schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 100 },
  },
  { name: 'cursor', in: 'query', schema: { type: 'string', maxLength: 200 } },
];

/** @param {string} kind @param {string} type */
function success(kind, type) {
  if (kind === 'remove') return { 204: { description: 'Removed' } };
  if (kind === 'create') return { 201: { description: 'Created', content: json(ref('Receipt')) } };
  const schema = kind === 'list' ? { type: 'array', items: ref(type) } : ref(type);
  return { 200: { description: 'OK', content: json(schema) } };
}

/** @param {object} schema */
function json(schema) {
  return { 'application/json': { schema } };
}

/** @param {string} name */
function ref(name) {
  return { $ref: `#/components/schemas/${name}` };
}

/** What every resource shares. */
function commonSchemas() {
  return {
    Problem: object(
      { title: text(200), status: { type: 'integer', format: 'int32' }, detail: text(500) },
      ['title'],
    ),
    Receipt: object({ id: text(40), status: { type: 'string', enum: ['accepted', 'queued'] } }, [
      'id',
      'status',
    ]),
  };
}

/** The types of one resource. @param {Resource} resource */
function schemasOf({ type }) {
  const line = object(
    {
      sku: text(40, 1),
      title: text(120, 1),
      quantity: { type: 'integer', format: 'int32', minimum: 1, maximum: 999 },
      price: { type: 'number', minimum: 0 },
    },
    ['sku', 'title', 'quantity', 'price'],
  );
  const address = object(
    {
      name: text(80, 1),
      street: { type: 'array', items: text(80, 1), minItems: 1, maxItems: 3 },
      city: text(60, 1),
      postcode: text(12, 1),
      country: text(2, 2),
    },
    ['name', 'street', 'city', 'postcode', 'country'],
  );
  const common = {
    currency: { type: 'string', enum: ['eur', 'usd', 'gbp', 'jpy'] },
    lines: { type: 'array', items: ref(`${type}Line`), minItems: 1, maxItems: 50 },
  };
  return {
    [`${type}Line`]: line,
    [`${type}Address`]: address,
    [`${type}Draft`]: object(
      {
        customer: object({ name: text(80, 1), email: text(120, 3), phone: text(30) }, [
          'name',
          'email',
        ]),
        ship: ref(`${type}Address`),
        priority: { type: 'integer', format: 'int32', minimum: 1, maximum: 5 },
        gift: { type: 'boolean' },
        note: text(500),
        tags: { type: 'array', items: text(30, 1), maxItems: 10 },
        ...common,
      },
      ['customer', 'ship', 'currency', 'lines'],
    ),
    [type]: object(
      {
        id: text(40),
        status: { type: 'string', enum: ['placed', 'paid', 'shipped'] },
        total: { type: 'number' },
        ...common,
      },
      ['id', 'status', 'total', 'currency', 'lines'],
    ),
  };
}

/** @param {object} properties @param {readonly string[]} required */
function object(properties, required) {
  return { type: 'object', properties, required };
}

/** @param {number} maxLength @param {number} [minLength] */
function text(maxLength, minLength) {
  return { type: 'string', ...(minLength !== undefined && { minLength }), maxLength };
}
