import * as v from 'valibot';

const text = (min, max) => v.pipe(v.string(), v.minLength(min), v.maxLength(max));
const atMost = (max) => v.pipe(v.string(), v.maxLength(max));
const integer = (min, max) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** What a careful user writes by hand for one resource, as the document has it. */
export function schemas() {
  const address = v.object({
    name: text(1, 80),
    street: v.pipe(v.array(text(1, 80)), v.minLength(1), v.maxLength(3)),
    city: text(1, 60),
    postcode: text(1, 12),
    country: v.pipe(v.string(), v.length(2)),
  });
  const line = v.object({
    sku: text(1, 40),
    title: text(1, 120),
    quantity: integer(1, 999),
    price: v.pipe(v.number(), v.minValue(0)),
  });
  return {
    id: v.object({ id: text(3, 40) }),
    page: v.object({
      limit: v.optional(v.pipe(v.string(), v.transform(Number), integer(1, 100))),
      cursor: v.optional(atMost(200)),
    }),
    draft: v.object({
      customer: v.object({
        name: text(1, 80),
        email: text(3, 120),
        phone: v.optional(atMost(30)),
      }),
      ship: address,
      currency: v.picklist(['eur', 'usd', 'gbp', 'jpy']),
      priority: v.optional(integer(1, 5)),
      gift: v.optional(v.boolean()),
      note: v.optional(atMost(500)),
      tags: v.optional(v.pipe(v.array(text(1, 30)), v.maxLength(10))),
      lines: v.pipe(v.array(line), v.minLength(1), v.maxLength(50)),
    }),
  };
}

/** The value as the schema has it, `undefined` when it does not fit. */
export function check(schema, value) {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}
