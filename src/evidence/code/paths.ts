/**
 * A route's path in one spelling for every framework: `/orders/{id}`. Reads `:id`, `:id(\\d+)`, `{id:[0-9]+}`, `{path...}`,
 * `<int:id>` and `*path`.
 */
export function routePath(...parts: string[]): string {
  const path = parts
    .filter((part) => part !== '')
    .map((part) => (part.startsWith('/') ? part : `/${part}`))
    .join('')
    .replace(/\{\*?(\w+)(?::(?:[^{}]|\{[^{}]*\})*)?(?:\.\.\.)?\}/gu, '{$1}')
    .replace(/<(?:\w+(?:\([^)]*\))?:)?(\w+)>/gu, '{$1}')
    .replace(/(?<=[/.-])[:*]([A-Za-z_]\w*)(?:\((?:[^()]|\([^()]*\))*\))?[?*+]?/gu, '{$1}')
    .replace(/\/{2,}/gu, '/')
    .replace(/(?<=.)\/$/u, '');
  return path === '' ? '/' : path;
}

/** Whether a route is one that health probes ask, by its last word. */
export function isHealthPath(path: string): boolean {
  return /\/_?(?:health(?:z|check|-check)?|live(?:z|ness)?|ready(?:z)?|readiness|ping|status)$/iu.test(
    path,
  );
}

/**
 * The path that a regular expression stands for, as Tornado and Django's `re_path` have them: groups become parameters,
 * unnamed ones `p1`, `p2`; anchors and what is optional at the end go.
 */
export function pathOfExpression(expression: string): string {
  let count = 0;
  return expression
    .replace(/^\^|\\?\$$|\/\?\$?$/gu, '')
    .replace(/\((?:\?P<(\w+)>|(?!\?))(?:[^()[\]\\]|\\.|\[[^\]]*\])*\)/gu, (_, name?: string) => {
      count += 1;
      return `{${name ?? `p${count}`}}`;
    })
    .replace(/\\(.)/gu, '$1');
}
