import { routerCalls } from './javascript-calls.ts';
import { literal } from './javascript-expressions.ts';
import type { Mount, Placed, Reading } from './javascript-reading.ts';

/** What a file mounts below its routers. */
export function* readMounts(reading: Reading): Generator<Mount & Placed> {
  const { strings } = reading;
  for (const { receiver, verb, list, offset } of routerCalls(reading)) {
    if (!/^(?:use|register|route)$/u.test(verb)) continue;
    const path = literal(list[0] ?? '', strings);
    if (verb === 'route' && path === undefined) continue;
    const option = /\bprefix:\s*([^,}\n]+)/u.exec(list.slice(1).join(','))?.[1];
    const prefix = verb === 'register' ? literal(option ?? '', strings) : path;
    const targets = path === undefined ? list : list.slice(1);
    for (const target of verb === 'register' ? list.slice(0, 1) : targets) {
      const mounted = mountTarget(target);
      if (mounted !== undefined) yield { receiver, prefix: prefix ?? '', ...mounted, offset };
    }
  }
}

/** `orders`, `orders.routes()`, `require('./orders')`, `require('./orders')(db)`, `import('./orders.js')` */
function mountTarget(text: string): Pick<Mount, 'target' | 'module'> | undefined {
  const required =
    /^(?:await\s+)?(?:require|import)\(\s*['"`]([^'"`]+)['"`]\s*\)(?:\.(\w+))?/u.exec(text);
  if (required !== null) {
    const name = required[2] ?? 'default';
    return {
      target: '',
      module: { from: required[1] ?? '', name: name === 'routes' ? 'default' : name },
    };
  }
  const target = /^([\w$]+)(?:\.(?:routes|middleware|default)(?:\(\))?|\([^()]*\))?$/u.exec(
    text,
  )?.[1];
  return target === undefined ? undefined : { target };
}
