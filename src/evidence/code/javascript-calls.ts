import type { Lexed } from '../text/lexer.ts';
import type { Placed, Reading } from './javascript-reading.ts';
import { argumentsOf, closing, matches } from './scan.ts';

const CALL =
  /(?<![.\w$])([\w$]+)\s*\.(get|post|put|patch|delete|del|head|options|all|use|register|route)(?:<[^;()]*?>)?\(/gu;
const NEXT_CALL =
  /\s*\.(get|post|put|patch|delete|del|head|options|all|use|register)(?:<[^;()]*?>)?\(/uy;

export interface RouterCall extends Placed {
  readonly receiver: string;
  readonly verb: string;
  readonly list: readonly string[];
}

/** Calls on what may be a router, those in a chain included: `Router().use(a).get('/x', b)`. */
export function* routerCalls({ lexed, routers }: Reading): Generator<RouterCall> {
  for (const match of matches(lexed, CALL)) {
    const { 0: whole, 1: receiver = '', 2: verb = '', index } = match;
    const open = index + whole.length - 1;
    yield { receiver, verb, list: argumentsOf(lexed, open), offset: index };
    if (verb !== 'route') yield* chained(lexed, closing(lexed.code, open), receiver);
  }
  for (const [name, { chain }] of routers) {
    if (chain !== undefined) yield* chained(lexed, chain, name);
  }
}

function* chained(lexed: Lexed, start: number, receiver: string): Generator<RouterCall> {
  let end = start;
  for (;;) {
    NEXT_CALL.lastIndex = end;
    const call = NEXT_CALL.exec(lexed.code);
    if (call === null) return;
    const open = call.index + call[0].length - 1;
    end = closing(lexed.code, open);
    const offset = call.index + call[0].indexOf('.');
    yield { receiver, verb: call[1] ?? '', list: argumentsOf(lexed, open), offset };
  }
}
