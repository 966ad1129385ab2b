import {
  ComponentError,
  ComponentFault,
  type ServedComponent,
} from '../../templates/node/component-host.ts';
import { type Codecs, compileTypes, firstForm } from '../runtime/index.ts';
import type { BodyCode, ServiceTable } from '../runtime/table.ts';
import type { SmokeResult } from './result.ts';
import type { TypedCall } from './samples/contract.ts';

type CallResult = SmokeResult['calls'][number];
type Doors = Readonly<Record<string, Readonly<Record<string, (...values: unknown[]) => unknown>>>>;

/** Calls typed exports, each on a fresh instance. Right is a value or an error of the function's own; a trap is not. */
export async function callExports(
  served: ServedComponent,
  calls: readonly TypedCall[],
  table: ServiceTable,
): Promise<CallResult[]> {
  const codecs = compileTypes(table.types);
  const results: CallResult[] = [];
  for (const call of calls) results.push(await callExport(served, call, table, codecs));
  return results;
}

async function callExport(
  served: ServedComponent,
  call: TypedCall,
  table: ServiceTable,
  codecs: Codecs,
): Promise<CallResult> {
  const start = performance.now();
  const problem = await outcome(served, call, argumentsOf(call, table, codecs));
  return {
    function: `${call.door}.${call.function}`,
    ok: problem === undefined,
    ms: Math.round(performance.now() - start),
    ...(problem !== undefined && { problem }),
  };
}

async function outcome(
  served: ServedComponent,
  { door, function: name }: TypedCall,
  values: readonly unknown[],
): Promise<string | undefined> {
  try {
    const exported = (await served.instantiate<Doors>())[door]?.[name];
    if (exported === undefined) return 'the component does not export it';
    await exported(...values);
    return undefined;
  } catch (error) {
    if (error instanceof ComponentError) return undefined;
    if (error instanceof ComponentFault) return `${error.kind}: ${error.message}`;
    throw error;
  }
}

/** The arguments as the export takes them: WIT values, one by one or as one record. */
export function argumentsOf(call: TypedCall, table: ServiceTable, codecs: Codecs): unknown[] {
  const route = table.routes.find(({ id }) => id === call.function);
  if (route === undefined) throw new Error(`the table has no route ${call.function}`);
  const given = (js: string, decode: (wire: unknown) => unknown): [string, unknown] => [
    js,
    Object.hasOwn(call.arguments, js) ? decode(call.arguments[js]) : undefined,
  ];
  const values = route.params.map(({ js, type }) => given(js, (wire) => codecs.decode(type, wire)));
  const { body } = route;
  if (body !== undefined) values.push(given(body.js, (wire) => payload(body, wire, codecs)));
  return route.call === 'record' ? [Object.fromEntries(values)] : values.map(([, value]) => value);
}

function payload({ as }: BodyCode, wire: unknown, codecs: Codecs) {
  const { format, type = 'json' } = firstForm(as);
  if (format === 'text') return wire;
  if (format === 'bytes') return new Uint8Array(Buffer.from(String(wire), 'base64'));
  return codecs.decode(type, wire);
}
