import {
  ComponentError,
  ComponentFault,
  type ServedComponent,
} from '../../templates/node/component-host.ts';
import type { ServiceTable } from '../runtime/table.ts';
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
  const results: CallResult[] = [];
  for (const call of calls) results.push(await callExport(served, call, table));
  return results;
}

async function callExport(
  served: ServedComponent,
  call: TypedCall,
  table: ServiceTable,
): Promise<CallResult> {
  const start = performance.now();
  const problem = await outcome(served, call, argumentsOf(call, table));
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

/** The arguments as the export takes them: one by one, or as one record. */
export function argumentsOf(call: TypedCall, table: ServiceTable): unknown[] {
  const route = table.routes.find(({ id }) => id === call.function);
  if (route === undefined) throw new Error(`the table has no route ${call.function}`);
  const names = [...route.params, ...(route.body === undefined ? [] : [route.body])];
  const values = names.map(({ js }): [string, unknown] => [
    js,
    Object.hasOwn(call.arguments, js) ? call.arguments[js] : undefined,
  ]);
  return route.call === 'record' ? [Object.fromEntries(values)] : values.map(([, value]) => value);
}
