import { expect } from 'vitest';
import type { FieldCode, TypeCode } from '../../src/runtime/table.ts';
import { labelKey } from '../../src/wit/naming/labels.ts';
import { usedLabels } from '../../src/wit/printing/wit-types.ts';
import type { TypeDefinition, TypedApi, WitType } from '../../src/wit/typed-api.ts';
import { contentDisagreements } from './agreement-contents.ts';

/** Expects that the parts of a TypedApi say the same: operations, names, WIT types and codec table. */
export function expectAgreement(api: TypedApi): void {
  expectOperations(api);
  expectNamesWithoutCollisions(api);
  expectDeclarations(api);
  expect(disagreements(api)).toEqual([]);
}

function expectOperations({ report, interfaces, table }: TypedApi): void {
  const functions = interfaces.flatMap((one) => one.functions);
  expect(functions).toHaveLength(report.emitted);
  expect(new Set(table.routes.map(({ id }) => id)).size).toBe(report.emitted);
  expect(new Set(functions.map(({ route }) => route))).toEqual(new Set(table.routes));
}

function expectNamesWithoutCollisions(api: TypedApi): void {
  const types = allTypes(api);
  const functions = api.interfaces.flatMap((one) => one.functions);
  expectUnique([...types, ...functions].map(({ label }) => labelKey(label)));
  expectUnique(types.map(({ js }) => js));
  for (const type of types) {
    if (type.kind === 'alias') continue;
    const parts = type.kind === 'record' ? type.fields : type.cases;
    expect(parts.length).toBeGreaterThan(0);
    expectUnique(parts.map(({ label }) => labelKey(label)));
  }
  for (const { parameters } of functions) expectUnique(parameters.map(({ js }) => js));
}

function expectUnique(names: readonly string[]): void {
  const seen = new Set<string>();
  expect(names.filter((name) => seen.size === seen.add(name).size)).toEqual([]);
}

function expectDeclarations(api: TypedApi): void {
  const shared = new Set(api.types.map(({ label }) => label));
  for (const { types, functions } of api.interfaces) {
    const known = new Set([...shared, ...types.map(({ label }) => label)]);
    expect([...usedLabels(types, functions)].filter((label) => !known.has(label))).toEqual([]);
  }
  expect([...usedLabels(api.types, [])].filter((label) => !shared.has(label))).toEqual([]);
}

/** Places where the codec table has another type than the WIT. */
function disagreements(api: TypedApi): readonly string[] {
  const byName = new Map(allTypes(api).map((type) => [type.js, type]));
  const byLabel = new Map(allTypes(api).map((type) => [type.label, type]));
  const agree = agreement(byLabel);
  const inTypes = Object.entries(api.table.types).filter(([name, code]) => {
    const type = byName.get(name);
    return type === undefined || !agree.definition(type, code);
  });
  const inParameters = api.interfaces.flatMap(({ functions }) =>
    functions.flatMap(({ label, parameters, route }) =>
      route.params
        .filter((param, index) => {
          const type = route.call === 'positional' ? parameters[index]?.type : undefined;
          return type !== undefined && !agree.optional(type, param.type, param.optional === true);
        })
        .map(({ name }) => `${label}(${name})`),
    ),
  );
  const inContents = api.interfaces.flatMap(({ functions }) =>
    functions.flatMap((one) => contentDisagreements(one, byLabel, agree.optional)),
  );
  return [...inTypes.map(([name]) => name), ...inParameters, ...inContents];
}

function agreement(types: ReadonlyMap<string, TypeDefinition>) {
  function named(label: string, code: TypeCode): boolean {
    const found = types.get(label);
    if (code === 'json') return label === 'json';
    if (found === undefined) return false;
    if (code === 'file')
      return sameLists(labels(fieldsOf(found)), ['name', 'content-type', 'data']);
    if (isReference(code)) return found.js === code.ref;
    return found.kind === 'alias' && type(found.to, code);
  }

  /** A type that is written in place; those with a name of their own stand in the table by it. */
  function type(wit: WitType, code: TypeCode): boolean {
    if (wit.kind === 'named') return named(wit.label, code);
    if (wit.kind === 'primitive') return wit.name === scalarOf(code);
    if (wit.kind === 'option') return isObject(code, 'nullable') && type(wit.of, code.nullable);
    if (wit.kind === 'tuple') {
      return (
        isObject(code, 'tuple') &&
        code.tuple.length === wit.of.length &&
        wit.of.every((item, index) => type(item, code.tuple[index] ?? 'json'))
      );
    }
    if (isObject(code, 'list')) return type(wit.of, code.list);
    if (isObject(code, 'map')) return entries(wit, code.map);
    return scalarOf(code) === 'bytes' && wit.of.kind === 'primitive' && wit.of.name === 'u8';
  }

  function entries({ of }: Extract<WitType, { kind: 'list' }>, values: TypeCode): boolean {
    if (of.kind !== 'tuple' || of.of.length !== 2) return false;
    const [key, value] = of.of;
    return key?.kind === 'primitive' && key.name === 'string' && !!value && type(value, values);
  }

  function optional(wit: WitType, code: TypeCode, isOption: boolean): boolean {
    if (!isOption) return type(wit, code);
    // Absent and null are one `option`, unless the field tells them apart.
    const inner = isObject(code, 'nullable') ? code.nullable : code;
    return wit.kind === 'option' && type(wit.of, inner);
  }

  function field(wit: WitType, { triState, ...code }: FieldCode): boolean {
    if (triState) return wit.kind === 'option' && optional(wit.of, code.type, true);
    return optional(wit, code.type, code.optional === true || code.nullable === true);
  }

  function definition(wit: TypeDefinition, code: TypeCode): boolean {
    switch (wit.kind) {
      case 'alias':
        return type(wit.to, code);
      case 'enum':
        return (
          isObject(code, 'enum') &&
          sameLists(
            labels(wit.cases),
            code.enum.map(([label]) => label),
          )
        );
      case 'variant':
        return (
          isObject(code, 'variant') &&
          sameLists(
            labels(wit.cases),
            code.variant.map(({ tag }) => tag),
          ) &&
          wit.cases.every((one, index) => {
            const inTable = code.variant[index]?.type ?? 'json';
            return one.type ? type(one.type, inTable) : isObject(inTable, 'constant');
          })
        );
      case 'record': {
        if (!isObject(code, 'record')) return false;
        const { record, extra } = code;
        const names = [...record.map(({ js }) => js), ...(extra ? [extra.js] : [])];
        return (
          sameLists(
            wit.fields.map(({ js }) => js),
            names,
          ) &&
          wit.fields.every((one, index) => {
            const inTable = record[index];
            if (inTable !== undefined) return field(one.type, inTable);
            return extra !== undefined && type(one.type, { map: extra.type });
          })
        );
      }
    }
  }

  return { definition, optional };
}

function fieldsOf(type: TypeDefinition) {
  return type.kind === 'record' ? type.fields : [];
}

function labels(cases: readonly { readonly label: string }[]): readonly string[] {
  return cases.map(({ label }) => label);
}

function sameLists(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, index) => name === other[index]);
}

function scalarOf(code: TypeCode): string | undefined {
  if (typeof code === 'string') return code;
  return 'scalar' in code ? code.scalar : undefined;
}

function isReference(code: TypeCode): code is { readonly ref: string } {
  return typeof code === 'object' && 'ref' in code;
}

function isObject<Key extends string>(
  code: TypeCode,
  key: Key,
): code is Extract<TypeCode, Readonly<Record<Key, unknown>>> {
  return typeof code === 'object' && key in code;
}

function allTypes({ types, interfaces }: Pick<TypedApi, 'types' | 'interfaces'>) {
  return [...types, ...interfaces.flatMap((one) => one.types)];
}
