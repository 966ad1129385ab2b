import { entriesOf, isRaw, itemsOf } from '../raw.ts';

/** `https://host`, `//host`, and without a scheme what can only be a host: `api.example.com`, `localhost:8080`. */
const AUTHORITY =
  /^(?:(?:[a-z][a-z\d+.-]*:)?\/\/[^/?#]*|[\w-]+(?:\.[\w-]+)*(?:\.[a-z]{2,}|:\d+)(?=[/?#]|$))/iu;

/**
 * The path of the first server's URL, its variables replaced by their defaults (OAS 3.1.1, Server Object): `/v1`,
 * without a slash at the end. `''` when there is none, or it makes no sense.
 */
export function basePathOf(servers: unknown): string {
  const [server] = itemsOf(servers);
  if (!isRaw(server) || typeof server.url !== 'string') return '';
  const defaults = new Map(
    entriesOf(server.variables).map(([name, variable]) => [
      name,
      isRaw(variable) ? variable.default : undefined,
    ]),
  );
  const url = server.url.replace(
    /\{([^{}]*)\}/gu,
    (template, name) => variableText(defaults.get(name)) ?? template,
  );
  return pathOf(url);
}

/** The path of a URL, or of what is written in the place of one, in the form of `basePathOf`. */
export function pathOf(text: string): string {
  // As the URL parser does (WHATWG URL §4.4), which would see two slashes in a row only afterwards.
  const url = text.replace(/[\t\n\r]/gu, '').trim();
  const path = url.replace(AUTHORITY, '').replace(/[?#].*$/su, '');
  if (/[{}]/u.test(path)) return '';
  // One leading slash: the URL parser takes two for the start of a host.
  const { pathname } = new URL(path.replace(/^[/\\]*/u, '/'), 'http://localhost');
  return pathname.replace(/\/+$/u, '');
}

/** YAML reads `default: 1` as a number. */
function variableText(value: unknown): string | undefined {
  return typeof value === 'number' ? String(value) : typeof value === 'string' ? value : undefined;
}
