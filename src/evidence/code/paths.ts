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
