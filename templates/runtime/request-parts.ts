import { Mismatch } from './mismatch.ts';

/** `http://host/orders?limit=2` → `/orders` and `limit=2`. `new URL` would cost more than the whole lookup. */
export function splitUrl(url: string): { path: string; search: string } {
  const hash = url.indexOf('#');
  const end = hash === -1 ? url.length : hash;
  const start = url.indexOf('/', url.indexOf('//') + 2);
  const question = url.indexOf('?', start);
  if (question === -1 || question > end) return { path: url.slice(start, end), search: '' };
  return { path: url.slice(start, question), search: url.slice(question + 1, end) };
}

/** Percent-decoded text; in a query `+` is a space (WHATWG URL §5.1). Throws Mismatch. */
export function decodeText(raw: string, place: 'query' | 'path'): string {
  const text = place === 'query' && raw.includes('+') ? raw.replaceAll('+', ' ') : raw;
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Mismatch('has malformed percent-encoding');
  }
}

interface WithHeaders {
  readonly headers: Pick<Headers, 'get'>;
}

/** Where a request's parameters are; query and cookies are taken apart when first asked for. */
export class RequestParts {
  // Declared, not defined: the engine calls a function of its own to define fields.
  declare readonly captures: readonly string[];
  declare private readonly request: WithHeaders;
  declare private readonly search: string;
  declare private queryPairs: Pairs | undefined;
  declare private cookiePairs: Pairs | undefined;

  constructor(request: WithHeaders, search: string, captures: readonly string[]) {
    this.request = request;
    this.search = search;
    this.captures = captures;
  }

  header(name: string): string | null {
    return this.request.headers.get(name);
  }

  /** Values are split at delimiters before they are decoded. */
  get query(): Pairs {
    this.queryPairs ??= readPairs(this.search);
    return this.queryPairs;
  }

  get cookies(): Pairs {
    this.cookiePairs ??= pairs(this.header('cookie') ?? '', ';', (name) => name.trim());
    return this.cookiePairs;
  }
}

export type Pairs = ReadonlyMap<string, readonly string[]>;

/** The pairs of a query, or of a url-encoded body: decoded names, values as they came. */
export function readPairs(text: string): Pairs {
  return pairs(text, '&', (name) => {
    try {
      return decodeText(name, 'query');
    } catch {
      return name; // nobody asks for it
    }
  });
}

function pairs(text: string, separator: string, nameOf: (raw: string) => string): Pairs {
  const found = new Map<string, string[]>();
  if (text === '') return found;
  for (const pair of text.split(separator)) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = nameOf(equals === -1 ? pair : pair.slice(0, equals));
    const value = equals === -1 ? '' : pair.slice(equals + 1);
    const known = found.get(name);
    if (known) known.push(value);
    else found.set(name, [value]);
  }
  return found;
}
