import {
  ComponentError,
  ComponentFault,
  type ServedComponent,
} from '../../templates/node/component-host.ts';
import type { ServiceTable } from '../runtime/table.ts';
import { inLanes } from './lanes.ts';
import type { SmokeResult } from './result.ts';
import type { TypedCall } from './samples/contract.ts';

type CallResult = SmokeResult['calls'][number];
type Doors = Readonly<Record<string, Readonly<Record<string, (...values: unknown[]) => unknown>>>>;

/** Calls typed exports, each once. Right is a value or an error of the function's own; a trap is not. */
export function callExports(
  served: ServedComponent,
  calls: readonly TypedCall[],
  table: ServiceTable,
): Promise<CallResult[]> {
  const lanes = Array.from({ length: served.threads }, () => {
    const caller = new Caller(served);
    return (call: TypedCall) => resultOf(caller, call, argumentsOf(call, table));
  });
  return inLanes(calls, lanes);
}

async function resultOf(
  caller: Caller,
  call: TypedCall,
  values: readonly unknown[],
): Promise<CallResult> {
  const start = performance.now();
  const problem = await caller.problemOf(call, values);
  return {
    function: `${call.door}.${call.function}`,
    ok: problem === undefined,
    ms: Math.round(performance.now() - start),
    ...(problem !== undefined && { problem }),
  };
}

/**
 * Calls functions of one instance, as a component that imports them does: an instance of its own for each call takes
 * longer than the calls, and with 500 operations 15 GB.
 */
class Caller {
  readonly #served: ServedComponent;
  #doors: Doors | undefined;

  constructor(served: ServedComponent) {
    this.#served = served;
  }

  /**
   * What is wrong with a call. A trap may be what the calls before left behind: it counts when a fresh instance has it
   * too. A call that found no end is not waited for again.
   */
  async problemOf(call: TypedCall, values: readonly unknown[]): Promise<string | undefined> {
    const isFresh = this.#doors === undefined;
    let problem = await this.#try(call, values);
    if (!isFresh && problem instanceof ComponentFault && problem.kind !== 'timeout') {
      problem = await this.#try(call, values);
    }
    return problem instanceof ComponentFault ? `${problem.kind}: ${problem.message}` : problem;
  }

  async #try(
    { door, function: name }: TypedCall,
    values: readonly unknown[],
  ): Promise<ComponentFault | string | undefined> {
    try {
      this.#doors ??= await this.#served.instantiate<Doors>();
      const exported = this.#doors[door]?.[name];
      if (exported === undefined) return 'the component does not export it';
      await exported(...values);
      return undefined;
    } catch (error) {
      if (error instanceof ComponentError) return undefined;
      if (!(error instanceof ComponentFault)) throw error;
      this.#doors = undefined;
      return error;
    }
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
