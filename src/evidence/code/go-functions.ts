import type { Lexed } from '../text/lexer.ts';
import { firstFrom } from '../text/sorted.ts';
import { closing, matches } from './scan.ts';

export interface GoFunction {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Names of its parameters in order; those that are routers are nodes. */
  readonly parameters: readonly string[];
}

const FUNCTION = /(?<![.\w])func\s*(?:\([^)]*\)\s*)?(\w+)\s*(?=\()/gu;

/** The functions of a file in its order. One that isn't closed ends where the next begins. */
export function readFunctions(lexed: Lexed): readonly GoFunction[] {
  const found = [...matches(lexed, FUNCTION)];
  return found.map(({ 0: whole, 1: name = '', index }, place) => {
    const next = found[place + 1]?.index ?? lexed.code.length;
    const open = index + whole.length;
    const after = Math.min(closing(lexed.code, open), next);
    const body = lexed.code.slice(after, next).indexOf('{');
    return {
      name,
      start: index,
      end: body < 0 ? after : Math.min(closing(lexed.code, after + body), next),
      parameters: parameters(lexed.text.slice(open + 1, after - 1)),
    };
  });
}

const ROUTER_TYPE =
  /\*?(?:gin\.(?:Engine|RouterGroup|IRouter|IRoutes)|chi\.(?:Router|Mux)|echo\.(?:Echo|Group)|fiber\.(?:App|Router)|mux\.Router|httprouter\.Router|http\.ServeMux)\b/u;

/** Names of parameters whose type is a router, in their places; other places are empty. */
function parameters(list: string): string[] {
  return list.split(',').map((part) => {
    const [name = '', type = ''] = part.trim().split(/\s+/u);
    return ROUTER_TYPE.test(type) ? name : '';
  });
}

/** Those of `found`, which stand in the order of the source, that are in the function. */
export function inside(
  found: readonly RegExpExecArray[],
  { start, end }: GoFunction,
): readonly RegExpExecArray[] {
  const from = (place: number): number => firstFrom(found, place, ({ index }) => index);
  return found.slice(from(start + 1), from(end));
}
