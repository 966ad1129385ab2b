import type { Lexed } from '../text/lexer.ts';
import { literal } from './javascript-expressions.ts';
import type { Mount, Placed, Router } from './javascript-reading.ts';
import { argumentsOf, closing, matches } from './scan.ts';

/** A plugin's own receiver inside an inline function, under a name that is its own. */
interface Scope {
  readonly start: number;
  readonly end: number;
  readonly parameter: string;
  readonly name: string;
}

const INLINE =
  /(?<![.\w$])([\w$]+)\s*\.register\(\s*(?:async\s+)?(?:function\s*\w*\s*)?\(?\s*(\w+)/gu;

/** `app.register(async (api) => {…}, { prefix: '/v1' })` of Fastify. */
export function inlinePlugins(
  lexed: Lexed,
  strings: ReadonlyMap<string, string>,
): {
  readonly scopes: readonly Scope[];
  readonly mounts: readonly (Mount & Placed)[];
  readonly routers: ReadonlyMap<string, Router>;
} {
  const scopes: Scope[] = [];
  const mounts: (Mount & Placed)[] = [];
  const routers = new Map<string, Router>();
  for (const match of matches(lexed, INLINE)) {
    const open = lexed.code.indexOf('(', match.index);
    const list = argumentsOf(lexed, open);
    if (
      !/^(?:async\b|function\b|\()/u.test(list[0] ?? '') ||
      !/=>|\bfunction\b/u.test(list[0] ?? '')
    )
      continue;
    const parameter = match[2] ?? '';
    const name = `${parameter}@${match.index}`;
    const prefix = literal(/\bprefix:\s*([^,}\n]+)/u.exec(list[1] ?? '')?.[1] ?? '', strings) ?? '';
    scopes.push({ start: open, end: closing(lexed.code, open), parameter, name });
    mounts.push({ receiver: match[1] ?? '', prefix, target: name, offset: match.index });
    routers.set(name, { framework: 'fastify', isRoot: false, prefix: '' });
  }
  return { scopes, mounts, routers };
}

/** Receivers inside an inline plugin by the name of its scope. */
export function inScope<T extends Placed & { readonly receiver: string }>(
  found: readonly T[],
  scopes: readonly Scope[],
): T[] {
  return found.map((item) => {
    const scope = scopes.findLast(
      ({ start, end, parameter }) =>
        parameter === item.receiver && start < item.offset && item.offset < end,
    );
    return scope === undefined ? item : { ...item, receiver: scope.name };
  });
}
