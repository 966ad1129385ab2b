import { expect, it } from 'vitest';
import { sharedTypes } from '../../src/app/shared-types.ts';
import type { TypeDefinition, TypedApi, WitType } from '../../src/wit/typed-api.ts';

const STRING: WitType = { kind: 'primitive', name: 'string' };
const ID = { namespace: 'acme', name: 'app-types', version: '1.0.0' };

function record(label: string, fields: Readonly<Record<string, WitType>>): TypeDefinition {
  return {
    kind: 'record',
    label,
    js: label,
    docs: undefined,
    fields: Object.entries(fields).map(([name, type]) => ({
      label: name,
      js: name,
      docs: undefined,
      type,
    })),
  };
}

function alias(label: string): TypeDefinition {
  return { kind: 'alias', label, js: label, docs: undefined, to: STRING };
}

const named = (label: string): WitType => ({ kind: 'named', label });

/** What components with these types take from a package, `undefined` when there is none. */
function taken(...components: readonly (readonly TypeDefinition[])[]) {
  // Only the types are looked at.
  const apis = components.map((types) => ({ types }) as unknown as TypedApi);
  const shared = sharedTypes(apis, ID, 'Shared.');
  return shared?.taken.map((one) => (one === undefined ? [] : [...one.labels]));
}

it('a type is shared with everything that it is made of', () => {
  const [money, order] = [
    record('money', { amount: STRING }),
    record('order', { total: named('money') }),
  ];
  expect(taken([money, order], [money, order])).toEqual([
    ['money', 'order'],
    ['money', 'order'],
  ]);
});

it('a type of one component, or of another form, is its own', () => {
  const order = record('order', { total: named('money') });
  const money = record('money', { amount: STRING });
  const other = record('money', { amount: STRING, currency: STRING });
  expect(taken([money], [record('name', { first: STRING })])).toBeUndefined();
  expect(taken([money], [money], [other])).toEqual([['money'], ['money'], []]);
  // Its order is written as the others', and made of another money.
  expect(taken([money, order], [money, order], [other, order])).toEqual([
    ['money', 'order'],
    ['money', 'order'],
    [],
  ]);
});

it('names for scalars alone are no package, and go along with what is', () => {
  const date = alias('date');
  const event = record('event', { on: named('date') });
  expect(taken([date], [date])).toBeUndefined();
  expect(taken([date, event], [date, event], [date])).toEqual([
    ['date', 'event'],
    ['date', 'event'],
    ['date'],
  ]);
});
