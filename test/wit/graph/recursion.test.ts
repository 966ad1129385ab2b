import { describe, expect, it } from 'vitest';
import { keepBudget } from '../../../src/wit/graph/budget.ts';
import type { Draft, OperationDraft, Reference } from '../../../src/wit/graph/draft.ts';
import { reference } from '../../../src/wit/graph/draft.ts';
import { fieldTypes, signature, typedSchema, witLines } from '../support.ts';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: object, required: string[] = []) => ({
  type: 'object',
  required,
  properties,
});

describe('recursion', () => {
  it('is cut where a type would contain itself', () => {
    const api = typedSchema(ref('Node'), {
      Node: object({ name: { type: 'string' }, children: { type: 'array', items: ref('Node') } }),
    });
    expect(fieldTypes(api, 'node')).toEqual({
      name: 'option<string>',
      children: 'option<list<json>>',
    });
    expect(api.report.demotions).toEqual([
      {
        pointer: '#/components/schemas/Node/properties/children/items',
        reason: 'recursive: Node would contain itself',
      },
    ]);
    expect(api.table.types.Node).toMatchObject({ record: [{}, { type: { list: 'json' } }] });
  });

  it('keeps the way from the operations typed', () => {
    const schemas = { A: object({ b: ref('B') }), B: object({ a: ref('A') }) };
    expect(fieldTypes(typedSchema(ref('A'), schemas), 'a')).toEqual({ b: 'option<b>' });
    expect(fieldTypes(typedSchema(ref('A'), schemas), 'b')).toEqual({ a: 'option<json>' });
    expect(fieldTypes(typedSchema(ref('B'), schemas), 'a')).toEqual({ b: 'option<json>' });
  });

  it('is rather cut at an optional use than at a required one', () => {
    const api = typedSchema(ref('A'), {
      A: object({ b: ref('B') }),
      B: object({ a: ref('A') }, ['a']),
    });
    expect(fieldTypes(api, 'a')).toEqual({ b: 'option<json>' });
    expect(api.report.demotions).toHaveLength(1);
  });

  it('is cut in required uses and lists of lists too', () => {
    const api = typedSchema(ref('A'), {
      A: object({ b: ref('B'), list: ref('L') }, ['b', 'list']),
      B: object({ a: ref('A') }, ['a']),
      L: { type: 'array', items: ref('L') },
    });
    expect(fieldTypes(api, 'b')).toEqual({ a: 'json' });
    expect(api.table.types.L).toEqual({ list: 'json' });
  });

  it('leaves types alone that only share others', () => {
    const api = typedSchema(ref('A'), {
      A: object({ x: ref('C'), b: ref('B') }),
      B: object({ c: ref('C') }),
      C: object({ id: { type: 'string' } }),
    });
    expect(api.report.demotions).toEqual([]);
  });
});

describe('the budget', () => {
  it('keeps a type below the size that hosts refuse, and cuts where it saves most', () => {
    // Each level holds the next eight times: 8^9 nodes when written out.
    const level = (depth: number) =>
      object(
        Object.fromEntries(
          Array.from({ length: 8 }, (_, index) => [`f${index}`, ref(`L${depth - 1}`)]),
        ),
      );
    const schemas = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`L${index + 1}`, level(index + 1)]),
    );
    const api = typedSchema(ref('L9'), { ...schemas, L0: object({ id: { type: 'string' } }) });
    expect(api.report.demotions.length).toBeGreaterThan(5);
    expect(api.report.demotions[0]?.reason).toMatch(/^too large/u);
    expect(signature(api, 'get-thing')).toBe('get-thing: func() -> result<l9, get-thing-error>;');
    expect(witLines(api).filter((line) => line.includes('json'))).not.toEqual([]);
  });

  it('cuts a chain that is deeper than hosts take', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `C${index}`,
        object({ next: ref(`C${index + 1}`) }),
      ]),
    );
    const api = typedSchema(ref('C0'), { ...chain, C200: object({ id: { type: 'string' } }) });
    expect(api.report.demotions.length).toBeGreaterThan(2);
    expect(api.report.demotions[0]?.reason).toMatch(/^too deep/u);
  });

  it('takes chains that are longer than the stack', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, i) => [`C${i}`, object({ next: ref(`C${i + 1}`) })]),
    );
    const api = typedSchema(ref('C0'), { ...chain, C20000: object({ id: { type: 'string' } }) });
    expect(api.types.length).toBeLessThan(20_002);
  });

  it('demotes nothing below its limits', () => {
    const leaf = record('leaf', []);
    const owner = record('owner', [leaf, leaf]);
    const operation = operationReturning(owner);
    const interfaceOf = new Map([[operation.operation, 'things']]);
    expect(keepBudget([operation], interfaceOf, { size: 110, depth: 10 })).toEqual([]);
    expect(keepBudget([operation], interfaceOf, { size: 70, depth: 10 })).not.toEqual([]);
  });
});

function record(name: string, uses: readonly Draft[]): Draft {
  return {
    kind: 'record',
    pointer: `#/${name}`,
    origin: { from: 'schema', name },
    docs: undefined,
    fields: [
      ...uses.map((to, index) => field(`use${index}`, reference(`#/${name}/${index}`, to))),
      ...['a', 'b', 'c'].map((label) => field(label, { kind: 'scalar', scalar: 'bool' } as const)),
    ],
  };
}

function field(label: string, shape: Reference | { kind: 'scalar'; scalar: 'bool' }) {
  return { label, wire: label, docs: undefined, shape, optional: false, nullable: false };
}

function operationReturning(draft: Draft): OperationDraft {
  const shape = reference('#/ok', draft);
  const success = { label: 'ok', status: 200, docs: undefined, location: false };
  return {
    operation: {
      pointer: '#/op',
      operationId: 'op',
      method: 'GET',
      path: '/',
      tags: [],
      summary: undefined,
      description: undefined,
      deprecated: false,
      parameters: [],
      body: undefined,
      responses: [],
    },
    parameters: [],
    body: undefined,
    arguments: undefined,
    ok: {
      kind: 'one',
      success: {
        ...success,
        answer: {
          content: { media: 'application/json', format: 'json', shape },
          headers: [],
          record: undefined,
        },
      },
    },
    errors: [],
    error: reference('#/error', {
      kind: 'variant',
      pointer: '#/error',
      origin: { from: 'mapping', label: 'error' },
      docs: undefined,
      cases: [],
    }),
  };
}
