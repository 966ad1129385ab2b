import { fileURLToPath } from 'node:url';
import type { RouteCode, TypeCode } from '../../src/runtime/table.ts';
import { escapeLabel } from '../../src/wit/naming/labels.ts';
import { printWit } from '../../src/wit/printing/print.ts';
import type { TypedApi } from '../../src/wit/typed-api.ts';
import { type ServedComponent, serveComponent } from '../../templates/node/component-host.ts';
import { stringifyJson } from '../../templates/runtime/json.ts';
import { buildOnce, fixtureProject } from '../support/toolchain.ts';

const TYPED_DOOR = fileURLToPath(new URL('../../templates/runtime/typed-door.ts', import.meta.url));

/** A component with a function for each type, which returns the value that it is given. */
export interface EchoComponent {
  /** The value, once it has gone into the component and come out of it. */
  echo(code: TypeCode, value: unknown): Promise<unknown>;
  close(): Promise<void>;
}

interface Doors {
  readonly echo: Readonly<Record<string, (value: unknown) => unknown>>;
}

/** Builds, transpiles and starts a component that echoes values of these types of an API. */
export async function echoComponent(
  api: TypedApi,
  codes: readonly TypeCode[],
): Promise<EchoComponent> {
  const functions = new Map(codes.map((code) => [JSON.stringify(code), code]));
  const names = new Map([...functions.keys()].map((key, index) => [key, `t${index}`]));
  const directory = await fixtureProject({
    'wit/world.wit': echoWit(api, [...functions.values()]),
    'src/component.js': echoSource(api, functions, names),
  });
  const { project } = await buildOnce(directory);
  const served: ServedComponent = await serveComponent(project.component, { timeout: 60_000 });
  const { echo } = await served.instantiate<Doors>();
  return {
    async echo(code, value) {
      const call = echo[names.get(JSON.stringify(code)) ?? ''];
      if (call === undefined) throw new Error(`no function for ${JSON.stringify(code)}`);
      return withPlainLists(await call(value));
    },
    close: () => served.close(),
  };
}

/** The types of an API, all in one interface, and an interface with a function for each of `codes`. */
function echoWit(api: TypedApi, codes: readonly TypeCode[]): string {
  const types = [...api.types, ...api.interfaces.flatMap((one) => one.types)];
  const labels = new Map(types.map(({ js, label }) => [js, label]));
  const functions = codes.map((code, index) => {
    const type = witType(code, labels);
    return `  t${index}: func(value: ${type}) -> result<${type}, echo-error>;`;
  });
  const used = types.map(({ label }) => escapeLabel(label));
  const text = printWit({ ...api, types, interfaces: [] });
  const echo = [
    'interface echo {',
    ...(used.length === 0 ? [] : [`  use types.{${used.join(', ')}};`]),
    '  variant echo-error { other(tuple<u16, string>) }',
    ...functions,
    '}',
  ];
  return `${text.replace(/\}\s*$/u, '  export echo;\n}')}\n${echo.join('\n')}\n`;
}

/** WIT of a type that stands in a signature, made from the codec table alone. */
function witType(code: TypeCode, labels: ReadonlyMap<string, string>): string {
  const inner = (type: TypeCode) => witType(type, labels);
  if (typeof code === 'string') return SCALARS.get(code) ?? code;
  if ('scalar' in code) return inner(code.scalar);
  if ('ref' in code) return escapeLabel(labels.get(code.ref) ?? '');
  if ('list' in code) return `list<${inner(code.list)}>`;
  if ('map' in code) return `list<tuple<string, ${inner(code.map)}>>`;
  if ('nullable' in code) return `option<${inner(code.nullable)}>`;
  if ('tuple' in code) return `tuple<${code.tuple.map(inner).join(', ')}>`;
  throw new Error('the type needs a name');
}

const SCALARS: ReadonlyMap<string, string> = new Map([
  ['json', 'string'],
  ['bytes', 'list<u8>'],
]);

/** The typed door of a project, over functions that return what they get. */
function echoSource(
  { table }: TypedApi,
  functions: ReadonlyMap<string, TypeCode>,
  names: ReadonlyMap<string, string>,
): string {
  const routes = [...functions].map(([key, type]): RouteCode => {
    const id = names.get(key) ?? '';
    const payload = { media: 'application/json', format: 'json', type } as const;
    return {
      ...{ id, method: 'POST', path: `/${id}`, call: 'positional', errors: [] },
      params: [{ js: 'value', in: 'query', name: 'value', type }],
      ok: { kind: 'one', status: 200, payload },
    };
  });
  const code = stringifyJson({ types: table.types, routes });
  return [
    `import { typedDoor } from ${JSON.stringify(TYPED_DOOR)};`,
    "addEventListener('fetch', (event) => event.respondWith(new Response()));",
    `const table = JSON.parse(${JSON.stringify(code)});`,
    'const ids = table.routes.map(({ id }) => id);',
    'const service = Object.fromEntries(ids.map((id) => [id, (value) => value]));',
    'export const echo = typedDoor(service, table, ids);',
    '',
  ].join('\n');
}

/** Lists of numbers come out as typed arrays, as at the typed door of a project. */
function withPlainLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<unknown>);
  if (Array.isArray(value)) return value.map(withPlainLists);
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, withPlainLists(field)]),
  );
}
