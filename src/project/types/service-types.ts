import type { ErrorCode } from '../../runtime/table.ts';
import type { ApiFunction, TypedApi } from '../../wit/typed-api.ts';
import { jsBinding, jsDoc, jsProperty } from '../encode/javascript.ts';
import { bracketed, type Layout } from '../format/layout.ts';
import { print, printFlat } from '../format/print.ts';
import {
  annotation,
  declaration,
  maybeUndefined,
  type TypeNames,
  typeLayout,
} from './type-layout.ts';

/**
 * The TypeScript types of the service: every WIT type, and `interface Service` with one method an operation.
 *
 * @returns statements, without imports and without a header
 */
export function serviceTypes(typed: TypedApi): string {
  const definitions = [...typed.types, ...typed.interfaces.flatMap(({ types }) => types)];
  const names: TypeNames = new Map(definitions.map(({ label, js }) => [label, js]));
  const declarations = definitions.map((definition) => declaration(definition, names));
  const helpers = hasPatchField(typed) ? [AWAITABLE, PATCH_FIELD] : [AWAITABLE];
  return [serviceInterface(typed, names), ...helpers, ...declarations].join('\n');
}

const AWAITABLE = `/** A value, or the promise of one: every function may be async. */
export type Awaitable<T> = T | Promise<T>;
`;

const PATCH_FIELD = `/** What a patch says of a property: nothing, null (as \`undefined\`), or a value. */
export type PatchField<T> = { tag: 'none' } | { tag: 'some'; val: T | undefined };
`;

/** Only records have fields that tell absent from null. */
function hasPatchField({ types, interfaces }: TypedApi): boolean {
  return [...types, ...interfaces.flatMap((item) => item.types)].some(
    (definition) =>
      definition.kind === 'record' &&
      definition.fields.some(({ type }) => type.kind === 'option' && !maybeUndefined(type)),
  );
}

function serviceInterface(typed: TypedApi, names: TypeNames): string {
  const methods = typed.interfaces.flatMap(({ functions }) =>
    functions.map((item) => method(item, names)),
  );
  return [
    '/** One function an operation. Both doors of the component, HTTP and typed, call these. */',
    'export interface Service {',
    methods.join('\n\n'),
    '}',
    '',
  ].join('\n');
}

function method(item: ApiFunction, names: TypeNames): string {
  const parameters = item.parameters.map(({ js, type }, index): Layout => {
    const rest = item.parameters.slice(index);
    // An option may be left out only where nothing required comes after it.
    const optional = rest.every((parameter) => maybeUndefined(parameter.type)) ? '?' : '';
    return [jsBinding(js), optional, annotation(type, names)];
  });
  const value = item.ok === undefined ? 'void' : typeLayout(item.ok, names);
  // Parameters break before the type of the result does.
  const result = parameters.length === 0 ? value : printFlat(value);
  const signature = [
    jsProperty(item.route.id),
    bracketed('(', parameters, ')'),
    ': Awaitable<',
    result,
    '>;',
  ];
  const docs = jsDoc(item.docs ?? '', 2, [`@throws ${thrown(item, names)}`]);
  return [...docs, `  ${print(signature, 2)}`].join('\n');
}

function thrown(item: ApiFunction, names: TypeNames): string {
  const type = print(typeLayout(item.error, names));
  const cases = item.route.errors.map(errorCase);
  return `{${type}} ${[...cases, '`other`'].join(', ')}`;
}

/** A case as comments name it: its tag, and the status it is answered with. */
export function errorCase(error: ErrorCode): string {
  return error.status === 'any' ? `\`${error.tag}\`` : `\`${error.tag}\` (${error.status})`;
}
