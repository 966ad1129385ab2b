import * as z from 'zod';

/** What a careful user writes by hand for one resource, as the document has it. */
export function schemas() {
  const address = z.object({
    name: z.string().min(1).max(80),
    street: z.array(z.string().min(1).max(80)).min(1).max(3),
    city: z.string().min(1).max(60),
    postcode: z.string().min(1).max(12),
    country: z.string().length(2),
  });
  const line = z.object({
    sku: z.string().min(1).max(40),
    title: z.string().min(1).max(120),
    quantity: z.int32().min(1).max(999),
    price: z.number().min(0),
  });
  return {
    id: z.object({ id: z.string().min(3).max(40) }),
    page: z.object({
      limit: z.coerce.number().int().min(1).max(100).optional(),
      cursor: z.string().max(200).optional(),
    }),
    draft: z.object({
      customer: z.object({
        name: z.string().min(1).max(80),
        email: z.string().min(3).max(120),
        phone: z.string().max(30).optional(),
      }),
      ship: address,
      currency: z.enum(['eur', 'usd', 'gbp', 'jpy']),
      priority: z.int32().min(1).max(5).optional(),
      gift: z.boolean().optional(),
      note: z.string().max(500).optional(),
      tags: z.array(z.string().min(1).max(30)).max(10).optional(),
      lines: z.array(line).min(1).max(50),
    }),
  };
}

/** The value as the schema has it, `undefined` when it does not fit. */
export function check(schema, value) {
  const result = schema.safeParse(value);
  return result.success ? result.data : undefined;
}
