import { describe, expect, it } from 'vitest';
import type { ApiModel, Property, Schema } from '../../../src/openapi/model.ts';
import { readApiText } from '../../../src/openapi/read-api.ts';
import type { Directions } from '../../../src/wit/drafting/directions.ts';
import { Resolver } from '../../../src/wit/drafting/resolver.ts';
import type { UnionPlan, UnionSchema } from '../../../src/wit/unions/plan.ts';
import { UnionPlans } from '../../../src/wit/unions/plans.ts';
import { compileSelector } from '../../../templates/runtime/selector.ts';
import { pick } from '../../runtime/arbitrary.ts';
import { describeDocuments, publishedDocuments, readDocument } from '../../support/documents.ts';
import { type Random, sampled, seeded } from './sampling.ts';

const OUT: Directions = { in: false, out: true };
const SAMPLES = 12;

/** Every sample of every case must select that case. */
function expectSound(
  union: UnionSchema,
  plan: UnionPlan,
  directions: Directions,
  resolver: Resolver,
  random: Random,
): void {
  if (plan.kind !== 'variant') return;
  const indexes = [...plan.cases.keys(), ...(plan.open ? [plan.cases.length] : [])];
  const select = compileSelector(plan.by, indexes);
  plan.cases.forEach(({ schema: member }, at) => {
    for (const schema of alternatives(member, resolver)) {
      for (let count = 0; count < SAMPLES; count += 1) {
        const value = tagged(
          sampled(schema, directions, resolver, random),
          tagsOf(schema, union, resolver),
          random,
        );
        const told = JSON.stringify({ value, by: plan.by, at: schema.pointer });
        expect(select(value), told).toBe(at);
      }
    }
  });
}

/** The values that the document's discriminator has for a member. */
function tagsOf(
  schema: Schema,
  { members, discriminator }: UnionSchema,
  resolver: Resolver,
): { readonly property: string; readonly tags: readonly string[] } | undefined {
  if (discriminator === undefined || schema.kind !== 'object') return undefined;
  const { property } = discriminator;
  const described = schema.properties.find(({ name }) => name === property);
  const target = described && resolver.resolve(described.schema);
  const mapped = [...discriminator.values].flatMap(([value, index]) => {
    const member = members[index];
    return member && alternatives(member, resolver).includes(schema) ? [value] : [];
  });
  const own = target?.kind === 'enum' ? target.values : undefined;
  const both = mapped.filter((value) => own?.includes(value) ?? true);
  return { property, tags: both.length > 0 ? both : (own ?? mapped) };
}

function tagged(value: unknown, tag: ReturnType<typeof tagsOf>, random: Random): unknown {
  if (tag === undefined || typeof value !== 'object') return value;
  return { ...value, [tag.property]: pick(random, tag.tags) };
}

function alternatives(
  schema: Schema,
  resolver: Resolver,
  path: readonly Schema[] = [],
): readonly Schema[] {
  const target = resolver.resolve(schema);
  if (target.kind !== 'union') return [target];
  if (path.includes(target)) return [];
  return target.members.flatMap((member) => alternatives(member, resolver, [...path, target]));
}

describe('a selector', () => {
  const SEEDS = Array.from({ length: 3000 }, (_, seed) => seed);

  it('picks the case that a value was made for', () => {
    const kinds = { variant: 0, json: 0, one: 0 };
    for (const seed of SEEDS) {
      const random = seeded(seed);
      const union = anyUnion(random);
      const api = apiOf({});
      const resolver = new Resolver(api);
      const directions = pick(random, [OUT, { in: true, out: false }, { in: true, out: true }]);
      const plan = new UnionPlans(api, resolver).plan(union, directions);
      kinds[plan.kind] += 1;
      expectSound(union, plan, directions, resolver, random);
    }
    expect(kinds.variant).toBeGreaterThan(500);
    expect(kinds.json).toBeGreaterThan(500);
    expect(kinds.one).toBeGreaterThan(10);
  });
});

describeDocuments('unions of published documents', () => {
  it.each(publishedDocuments().map(({ file }) => [file]))('%s', (file) => {
    const api = readApiText(readDocument(file), file);
    const resolver = new Resolver(api);
    const plans = new UnionPlans(api, resolver);
    const random = seeded(1);
    for (const union of unionsIn(api)) {
      for (const directions of [OUT, { in: true, out: true }]) {
        expectSound(union, plans.plan(union, directions), directions, resolver, random);
      }
    }
  });
});

/** A union of two to five small schemas over few names, so that they often get in each other's way. */
function anyUnion(random: Random): UnionSchema {
  const count = 2 + Math.floor(random() * 4);
  const members = Array.from({ length: count }, (_, index) => anyMember(random, index));
  return { pointer: '#/u', kind: 'union', keyword: 'oneOf', members };
}

function anyMember(random: Random, index: number): Schema {
  const pointer = `#/u/oneOf/${index}`;
  const make = pick<() => Schema>(random, [
    () => ({ pointer, kind: 'string' }),
    () => ({ pointer, kind: 'enum', values: ['x', 'y'] }),
    () => ({ pointer, kind: 'integer' }),
    () => ({ pointer, kind: 'boolean' }),
    () => ({ pointer, kind: 'array', items: { pointer: `${pointer}/items`, kind: 'string' } }),
    () => ({ pointer, kind: 'map', values: { pointer: `${pointer}/values`, kind: 'string' } }),
    ...Array.from({ length: 12 }, () => () => anyObject(random, pointer)),
  ]);
  return make();
}

function anyObject(random: Random, pointer: string): Schema {
  const names = ['kind', 'a', 'b', 'c', '__proto__'].filter(() => random() < 0.5);
  const properties = (names.length === 0 ? ['a'] : names).map((name): Property => {
    const place = `${pointer}/properties/${name}`;
    const few = ['p', 'q', 'r'].filter(() => random() < 0.4);
    const schema: Schema =
      few.length > 0 && (name === 'kind' || random() < 0.3)
        ? { pointer: place, kind: 'enum', values: few, ...(random() < 0.1 && { nullable: true }) }
        : { pointer: place, kind: 'string' };
    const readOnly = random() < 0.1;
    return { name, required: random() < 0.6, schema: readOnly ? { ...schema, readOnly } : schema };
  });
  const additional: Schema = { pointer: `${pointer}/additionalProperties`, kind: 'any' };
  return { pointer, kind: 'object', properties, ...(random() < 0.08 && { additional }) };
}

function apiOf(schemas: Readonly<Record<string, Schema>>): ApiModel {
  return {
    title: 'T',
    version: '1',
    description: undefined,
    basePath: '',
    operations: [],
    schemas: new Map(
      Object.entries(schemas).map(([name, schema]) => {
        const pointer = `#/components/schemas/${name}`;
        return [pointer, { pointer, name, schema }];
      }),
    ),
    notes: [],
  };
}

function unionsIn(api: ApiModel): readonly UnionSchema[] {
  const found: UnionSchema[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('kind' in value && value.kind === 'union') found.push(value as UnionSchema);
    for (const inner of Object.values(value)) visit(inner);
  };
  for (const { schema } of api.schemas.values()) visit(schema);
  visit(api.operations);
  return found;
}
