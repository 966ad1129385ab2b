import { quote } from '../text/quote.ts';
import { NOT_IN_SEGMENT } from './path-segment.ts';

/** An operation typed by hand: `GET /orders/{id}`. */
export interface TypedOperation {
  readonly method: (typeof METHODS)[number];
  /** `/orders/{id}`, without the base path. */
  readonly path: string;
  /** Names of the path's parameters, in template order. */
  readonly parameters: readonly string[];
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Longer than any path a person types; keeps a pasted file out of the error messages. */
const LONGEST = 500;

/**
 * Reads one operation as a person types it: a method, white space, a path template.
 *
 * @returns the operation, or a sentence that says what is wrong with the text and how to write it
 */
export function parseOperation(text: string): TypedOperation | string {
  const words = text.trim().split(/\s+/u);
  const [method = '', path] = words;
  if (text.length > LONGEST) {
    return `An operation has at most ${LONGEST} characters, this one ${text.length}.`;
  }
  if (path === undefined) {
    return `${quote(text)} is not an operation: write a method and a path, as in GET /orders/{id}.`;
  }
  const known = METHODS.find((name) => name === method.toUpperCase());
  if (known === undefined) return methodProblem(method);
  if (words.length > 2) return `${quote(path)} is followed by more text: a path has no spaces.`;
  const problem = pathProblem(path);
  if (problem !== undefined) return problem;
  const parameters = [...path.matchAll(/\{([^{}]*)\}/gu)].map((match) => match[1] ?? '');
  const twice = parameters.find((name, index) => parameters.indexOf(name) !== index);
  if (twice !== undefined) return `${quote(path)} has the parameter {${twice}} twice.`;
  return { method: known, path, parameters };
}

function methodProblem(method: string): string {
  const wanted = `Methods are ${METHODS.join(', ')}`;
  if (method.startsWith('/')) return `${quote(method)} has no method before it: GET ${method}?`;
  if (method.toUpperCase() === 'HEAD') return `${wanted}: HEAD is answered wherever GET is.`;
  return `${quote(method)} is not a method. ${wanted}.`;
}

/** What keeps `path` from being a template of segments in the characters of RFC 3986 §3.3, without percent-encoding. */
function pathProblem(path: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:\/\//iu.test(path)) {
    return `${quote(path)} is an address: write its path only, as in /orders/{id}.`;
  }
  if (!path.startsWith('/')) return `${quote(path)} is not a path: it starts with /.`;
  if (/[?#]/u.test(path)) {
    return `${quote(path)} has a query or a fragment: write the path only; query parameters come with a document.`;
  }
  const segments = path === '/' ? [] : path.slice(1).split('/');
  for (const segment of segments) {
    const problem = segmentProblem(segment);
    if (problem !== undefined) return `${quote(path)} ${problem}`;
  }
  return undefined;
}

function segmentProblem(segment: string): string | undefined {
  if (segment === '') return 'has an empty segment: write single slashes, and none at the end.';
  if (segment === '.' || segment === '..') {
    return `has the segment ${segment}, which every client removes.`;
  }
  if (segment.startsWith(':')) {
    return `has ${quote(segment)}: write a parameter in braces, {${segment.slice(1)}}.`;
  }
  const literal = segment.replace(/\{[^{}]*\}/gu, '');
  if (/[{}]/u.test(literal)) return 'has a brace without its pair.';
  const names = [...segment.matchAll(/\{([^{}]*)\}/gu)].map((match) => match[1] ?? '');
  const bad = names.find((name) => !/^[A-Za-z_][A-Za-z0-9_.-]*$/u.test(name));
  if (bad !== undefined) {
    return `has the parameter ${quote(`{${bad}}`)}: a name is a letter, then letters, digits, _ or -.`;
  }
  if (/\}\{/u.test(segment)) return 'has two parameters with nothing between them.';
  const odd = NOT_IN_SEGMENT.exec(literal);
  return odd === null ? undefined : `has ${quote(odd[0])}, which can't stand in a path.`;
}
