import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { readApiText } from '../../src/openapi/read-api.ts';
import type { TypeCode } from '../../src/runtime/table.ts';
import { wasiDependencies } from '../../src/wit/check/dependencies.ts';
import { embed } from '../../src/wit/check/embed.ts';
import { typeApi } from '../../src/wit/lower.ts';
import { labelKey } from '../../src/wit/naming/labels.ts';
import { printWit } from '../../src/wit/printing/print.ts';
import { usedLabels } from '../../src/wit/printing/wit-types.ts';
import type { TypeDefinition, TypedApi } from '../../src/wit/typed-api.ts';
import { describeDocuments, publishedDocuments, readDocument } from '../support/documents.ts';
import { temporaryFolder, writeFiles } from '../support/files.ts';

const documents = publishedDocuments();

function typedDocument(file: string): TypedApi {
  const api = readApiText(readDocument(file), file);
  return typeApi(api, { namespace: 'acme', name: 'service', version: api.version });
}

describeDocuments('published documents as WIT', () => {
  let folder = '';
  let dependencies: ReadonlyMap<string, string> = new Map();

  beforeAll(async () => {
    folder = await temporaryFolder();
    dependencies = await wasiDependencies();
  });

  it.each(documents.map(({ file }) => [file]))('%s', async (file) => {
    const api = typedDocument(file);
    expectAllOperations(api);
    expectNamesWithoutCollisions(api);
    expectTableThatAgrees(api);
    expectDeclarations(api);
    const files = new Map([...dependencies, ['world.wit', printWit(api)]]);
    await writeFiles(join(folder, file), files);
  });

  // One process for all, because each takes a second to start; a panic in one would fail those after it.
  it('all become components', async () => {
    const jobs = documents.map(({ file }) => ({ witPath: join(folder, file), world: 'service' }));
    const problems = await embed(jobs, 120_000);
    expect(
      documents.flatMap(({ file }, index) => {
        const problem = problems[index];
        return problem === undefined ? [] : [{ file, problem }];
      }),
    ).toEqual([]);
  }, 130_000);
});

function expectAllOperations(api: TypedApi): void {
  const { operations, emitted } = api.report;
  const functions = api.interfaces.flatMap((one) => one.functions);
  expect(emitted).toBe(operations);
  expect(functions).toHaveLength(operations);
  expect(new Set(api.table.routes.map(({ id }) => id)).size).toBe(operations);
  expect(new Set(functions.map(({ route }) => route))).toEqual(new Set(api.table.routes));
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

function expectTableThatAgrees({ table, ...api }: TypedApi): void {
  const types = new Map(allTypes(api).map((type) => [type.js, type]));
  for (const [name, code] of Object.entries(table.types)) {
    const type = types.get(name);
    if (typeof code === 'object' && 'record' in code) expectRecord(type, code);
    else if (typeof code === 'object' && 'enum' in code) {
      const cases = type?.kind === 'enum' ? type.cases : [];
      expect(cases.map(({ label }) => label)).toEqual(code.enum.map(([label]) => label));
    } else expect(type?.kind).toBe('alias');
  }
  expect(referredTo(table).filter((name) => !types.has(name))).toEqual([]);
}

function expectDeclarations(api: TypedApi): void {
  const shared = new Set(api.types.map(({ label }) => label));
  for (const { types, functions } of api.interfaces) {
    const known = new Set([...shared, ...types.map(({ label }) => label)]);
    expect([...usedLabels(types, functions)].filter((label) => !known.has(label))).toEqual([]);
  }
  expect([...usedLabels(api.types, [])].filter((label) => !shared.has(label))).toEqual([]);
}

function allTypes({ types, interfaces }: Pick<TypedApi, 'types' | 'interfaces'>) {
  return [...types, ...interfaces.flatMap((one) => one.types)];
}

function expectUnique(names: readonly string[]): void {
  const seen = new Set<string>();
  expect(names.filter((name) => seen.size === seen.add(name).size)).toEqual([]);
}

function expectRecord(
  type: TypeDefinition | undefined,
  code: Extract<TypeCode, { readonly record: unknown }>,
): void {
  const fields = type?.kind === 'record' ? type.fields : [];
  const extra = code.extra === undefined ? [] : [{ js: code.extra.js, isOption: false }];
  const inTable = code.record.map(({ js, optional, nullable }) => ({
    js,
    isOption: optional === true || nullable === true,
  }));
  expect(fields.map(({ js, type: { kind } }) => ({ js, isOption: kind === 'option' }))).toEqual([
    ...inTable,
    ...extra,
  ]);
}

/** Names of all types that codes refer to. */
function referredTo(code: unknown): readonly string[] {
  if (typeof code !== 'object' || code === null) return [];
  if ('ref' in code && typeof code.ref === 'string') return [code.ref];
  return Object.values(code).flatMap(referredTo);
}
