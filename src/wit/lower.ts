/**
 * ApiModel → TypedApi: WIT types and names for every operation, and the codec table, from one pass.
 *
 * Schemas become drafts (`lower-schema.ts`), which are changed until WIT can have them: recursion is cut, equal types
 * are shared, the budget is kept. Then they get names and are finished.
 */

import type { ApiModel, Operation } from '../openapi/model.ts';
import type { ServiceTable, TypeCode } from '../runtime/table.ts';
import { describeApi, describeTag } from './drafting/describe.ts';
import { lowerOperation } from './drafting/lower-operation.ts';
import { Lowering } from './drafting/lower-schema.ts';
import { keepBudget } from './graph/budget.ts';
import type { Draft, OperationDraft } from './graph/draft.ts';
import { fidelityReport } from './graph/fidelity.ts';
import { postOrder, rootsOf } from './graph/graph.ts';
import { placeTypes, SHARED_INTERFACE } from './graph/placement.ts';
import { cutRecursion } from './graph/recursion.ts';
import { type Groups, shareTypes } from './graph/share.ts';
import { nameFunctions } from './naming/function-names.ts';
import { groupOperations, type OperationGroup } from './naming/interfaces.ts';
import { jsName } from './naming/js-names.ts';
import { Labels } from './naming/labels.ts';
import { nameInTypeScript, nameMappings, nameSchemas, nameTypes } from './naming/type-names.ts';
import { type PackageId, packageId } from './package-id.ts';
import { usedLabels } from './printing/wit-types.ts';
import type { ApiFunction, ApiInterface, Demotion, TypeDefinition, TypedApi } from './typed-api.ts';
import { jsTypeName, type TypeNames, typeDefinition } from './typing/finish.ts';
import { aliasDefinitions, RESERVED_TYPES, usedFormats } from './typing/mapping-types.ts';
import { apiFunction } from './typing/routes.ts';
import { definitionCode } from './typing/table-codes.ts';

export interface TypingOptions {
  /** Prefix of every route; the document's own by default. */
  readonly basePath?: string;
}

/**
 * Gives an API its WIT types. Every operation is in the result; what can't be typed is `json` and in the report.
 *
 * @param id - the package's namespace, name and version, coerced to valid WIT
 */
export function typeApi(api: ApiModel, id: PackageId, options: TypingOptions = {}): TypedApi {
  const groups = groupOperations(api);
  const lowering = new Lowering(api);
  const drafts = new Map(
    api.operations.map((operation) => [operation, lowerOperation(operation, lowering)]),
  );
  lowering.finishNamed();
  const operations = [...drafts.values()];
  const recursion = cutRecursion(rootsOf(operations));
  const sharing = shareTypes(operations);
  const budget = keepBudget(operations, interfaceLabels(groups));
  const demotions = withoutTwins([...lowering.demotions, ...recursion, ...budget]);
  const { functionOf, names } = nameAll(api, groups, operations, sharing);
  const basePath = options.basePath ?? api.basePath;
  const functions = new Map(
    operations.map((draft) => {
      const label = functionOf.get(draft.operation) ?? '';
      return [draft.operation, apiFunction(draft, label, basePath, names)];
    }),
  );
  return {
    package: packageId(id),
    docs: describeApi(api),
    ...placed(api, groups, operations, functions, names),
    table: serviceTable(operations, functions, names),
    report: {
      ...fidelityReport(operations, api.operations.length, demotions),
      omissions: lowering.omissions,
    },
  };
}

/** What is wrong with a parameter or schema is wrong wherever it is used; it is told once. */
function withoutTwins(demotions: readonly Demotion[]): readonly Demotion[] {
  const told = new Map(demotions.map((one) => [`${one.pointer} ${one.reason}`, one]));
  return [...told.values()];
}

function nameAll(
  api: ApiModel,
  groups: readonly OperationGroup[],
  operations: readonly OperationDraft[],
  sharing: Groups,
): { readonly functionOf: ReadonlyMap<Operation, string>; readonly names: TypeNames } {
  const taken = new Labels(RESERVED_TYPES);
  const labels = nameSchemas(operations, [...api.schemas.keys()], taken);
  nameMappings(operations, taken, labels);
  const formats = new Set([...usedFormats(operations)].filter((format) => taken.isFree(format)));
  for (const format of formats) taken.take(format);
  const interfaceOf = interfaceLabels(groups);
  const functionOf = nameFunctions(api.operations, interfaceOf, taken);
  nameTypes({ operations, functionOf, interfaceOf, groups: sharing }, taken, labels);
  const inTypeScript = nameInTypeScript([...RESERVED_TYPES, ...formats, ...labels.values()]);
  return { functionOf, names: { labels, formats, inTypeScript } };
}

/** The interfaces, and the types of each where they belong. */
function placed(
  api: ApiModel,
  groups: readonly OperationGroup[],
  operations: readonly OperationDraft[],
  functions: ReadonlyMap<Operation, ApiFunction>,
  names: TypeNames,
): Pick<TypedApi, 'types' | 'interfaces'> {
  const places = placeTypes(operations, interfaceLabels(groups));
  const drafts = postOrder(rootsOf(operations));
  const isOurs = ({ origin }: Draft): boolean => origin.from === 'mapping';
  // What every document may bring along stands beside the aliases.
  const inOrder = [...drafts.filter(isOurs), ...drafts.filter((draft) => !isOurs(draft))];
  const definitions = inOrder.map((draft) => ({
    place: places.get(draft) ?? SHARED_INTERFACE,
    definition: typeDefinition(draft, names),
  }));
  const typesOf = (place: string): readonly TypeDefinition[] =>
    definitions.filter((entry) => entry.place === place).map(({ definition }) => definition);
  const used = usedLabels(
    definitions.map(({ definition }) => definition),
    [...functions.values()],
  );
  return {
    types: [...aliasDefinitions(used, names), ...typesOf(SHARED_INTERFACE)],
    interfaces: groups.map(
      ({ label, tag, operations: members }): ApiInterface => ({
        label,
        js: jsName(label),
        docs: describeTag(api, tag, label),
        types: typesOf(label),
        functions: members.flatMap((operation) => functions.get(operation) ?? []),
      }),
    ),
  };
}

function interfaceLabels(groups: readonly OperationGroup[]): ReadonlyMap<Operation, string> {
  return new Map(
    groups.flatMap(({ label, operations }) =>
      operations.map((operation) => [operation, label] as const),
    ),
  );
}

/** Types that JSON is read into and written from, and the routes, in document order. */
function serviceTable(
  operations: readonly OperationDraft[],
  functions: ReadonlyMap<Operation, ApiFunction>,
  names: TypeNames,
): ServiceTable {
  const types = postOrder(rootsOf(operations)).flatMap((draft): [string, TypeCode][] => {
    const code = draft.origin.from === 'operation' ? undefined : definitionCode(draft, names);
    return code === undefined || draft.origin.from === 'mapping'
      ? []
      : [[jsTypeName(draft, names), code]];
  });
  return {
    types: Object.fromEntries(types),
    routes: operations.flatMap(({ operation }) => functions.get(operation)?.route ?? []),
  };
}
