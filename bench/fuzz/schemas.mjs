// @ts-check
/** Schemas around schemas. */

/** @typedef {import('./random.mjs').Random} Random */

/**
 * Something made of a value, which may be a schema, and another schema.
 *
 * @param {unknown} value @param {{ $ref: string }} other @param {Random} random @returns {unknown}
 */
export function changedSchema(value, other, random) {
  const property = random.pick(['kind', 'type', '__proto__', '']);
  const tagged = (/** @type {unknown} */ tag) => ({
    type: 'object',
    properties: { [property]: { enum: [tag] }, value },
    required: random.happens(0.8) ? [property] : [],
  });
  const choice = random.pick(['oneOf', 'anyOf']);
  return random.pick([
    { allOf: [value, other] },
    { allOf: [other, { [choice]: [value, other] }] },
    { [choice]: [value, other] },
    { [choice]: [other, { type: 'null' }, value] },
    { [choice]: [value, other], discriminator: { propertyName: property } },
    {
      [choice]: [other, value],
      discriminator: { propertyName: property, mapping: { a: other.$ref, '': 'x', b: '#/none' } },
    },
    { [choice]: [tagged('a'), tagged('b'), tagged(1)] },
    { [choice]: [tagged('a'), tagged('a'), { type: 'string' }, { type: 'array', items: value }] },
    { [choice]: [{ type: 'integer' }, { type: 'number' }, { enum: ['a', 'b'] }, value] },
    { type: ['string', 'object', 'null'], properties: { value } },
    { type: 'array', items: value },
    { type: 'array', prefixItems: [value, other], items: false, minItems: 2 },
    { type: 'object', properties: { self: other, value }, required: ['value', 'self'] },
    { type: 'object', properties: { value }, additionalProperties: other },
    { type: 'object', additionalProperties: value },
    { type: 'object', discriminator: { propertyName: property }, properties: { value } },
    [value, value],
  ]);
}

/** A value so many levels down. @param {unknown} value @param {number} levels @returns {unknown} */
export function deepSchema(value, levels) {
  let schema = value;
  for (let level = 0; level < levels; level += 1) {
    schema =
      level % 2 === 0
        ? { type: 'array', items: schema }
        : { type: 'object', properties: { inner: schema } };
  }
  return schema;
}

/**
 * Makes components that come back to themselves, and refers to one of them.
 *
 * @param {any} document @param {Random} random @returns {{ $ref: string }}
 */
export function cycle(document, random) {
  const to = (/** @type {string} */ name) => ({ $ref: `#/components/schemas/${name}` });
  const step = (/** @type {string} */ next) =>
    random.pick([
      to(next),
      { allOf: [to(next)] },
      { allOf: [to(next), { properties: { own: to(next) } }] },
      { oneOf: [to(next), { type: 'string' }] },
      { anyOf: [to(next), to(next)] },
      { type: 'array', items: to(next) },
      { type: 'object', properties: { next: to(next) }, required: ['next'] },
      { type: 'object', additionalProperties: to(next) },
      { type: 'array', prefixItems: [to(next)], items: false, minItems: 1 },
    ]);
  const length = 1 + random.below(4);
  const names = Array.from({ length }, (_, index) => `Cycle${index}`);
  const schemas = Object.fromEntries(
    names.map((name, index) => [name, step(names[(index + 1) % length] ?? name)]),
  );
  const isObject = (/** @type {unknown} */ value) => typeof value === 'object' && value !== null;
  if (!isObject(document.components)) document.components = {};
  if (!isObject(document.components.schemas)) document.components.schemas = {};
  Object.assign(document.components.schemas, schemas);
  return to(random.pick(names));
}
