import { getDirectories } from 'wasi:filesystem/preopens@0.2.10';
import type { Descriptor } from 'wasi:filesystem/types@0.2.10';
import { toText } from './bytes.ts';
import { component } from './grants.ts';
import { HostError, notGranted } from './host-error.ts';

/** As much as one call to the host reads. */
const CHUNK = 1n << 20n;

/** The files that spin.toml grants, read-only: those of `assets/`, by their paths below it. */
export const files = {
  /**
   * The bytes of a file; `undefined` when there is none.
   *
   * @param path - `logo.svg`, `img/a.png`; one with `.` or `..` segments or a backslash is no file
   */
  read(path: string): Uint8Array | undefined {
    const segments = path.split('/').filter((segment) => segment !== '');
    const odd = segments.some((segment) => /^\.\.?$|[\\\0]/.test(segment));
    if (segments.length === 0 || odd) return undefined;
    const file = open(segments.join('/'));
    return file === undefined ? undefined : readAll(file);
  },

  readText(path: string): string | undefined {
    const bytes = files.read(path);
    return bytes === undefined ? undefined : toText(bytes);
  },
};

/** @throws HostError when no folder is granted */
export function ready(): void {
  root();
}

/** Serves `GET /assets/…` from the granted files; every other request goes to `next`. */
export function withAssets(next: (request: Request) => Response | Promise<Response>) {
  return (request: Request): Response | Promise<Response> => {
    const { pathname } = new URL(request.url);
    const asked = pathname.startsWith('/assets/') && /^(?:GET|HEAD)$/.test(request.method);
    if (!asked) return next(request);
    const path = decoded(pathname.slice('/assets/'.length));
    const bytes = path === undefined ? undefined : files.read(path);
    if (path === undefined || bytes === undefined) return notFound();
    const headers = {
      'content-type': contentType(path),
      'content-length': String(bytes.length),
      'x-content-type-options': 'nosniff',
    };
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(bytes), { headers });
  };
}

function notFound(): Response {
  const problem = {
    type: 'about:blank',
    title: 'Not Found',
    status: 404,
    detail: 'there is no such file',
  };
  const headers = { 'content-type': 'application/problem+json' };
  return new Response(JSON.stringify(problem), { status: 404, headers });
}

/** `undefined` for percent-encoding that is none. */
function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const TYPES: ReadonlyMap<string, string> = new Map([
  ['css', 'text/css; charset=utf-8'],
  ['csv', 'text/csv; charset=utf-8'],
  ['gif', 'image/gif'],
  ['html', 'text/html; charset=utf-8'],
  ['ico', 'image/vnd.microsoft.icon'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['js', 'text/javascript; charset=utf-8'],
  ['json', 'application/json'],
  ['md', 'text/markdown; charset=utf-8'],
  ['mjs', 'text/javascript; charset=utf-8'],
  ['pdf', 'application/pdf'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['txt', 'text/plain; charset=utf-8'],
  ['wasm', 'application/wasm'],
  ['webp', 'image/webp'],
  ['woff2', 'font/woff2'],
  ['xml', 'application/xml'],
]);

/** Media type by the file's extension (IANA); bytes when it is not known. */
export function contentType(path: string): string {
  const extension = /\.([^./]+)$/.exec(path)?.[1] ?? '';
  return TYPES.get(extension.toLowerCase()) ?? 'application/octet-stream';
}

let granted: Descriptor | undefined;

function root(): Descriptor {
  // Spin mounts the folder at `/`, its destination in spin.toml.
  granted ??= Array.from(getDirectories()).find(([, path]) => path === '/')?.[0];
  if (granted !== undefined) return granted;
  const line = 'files = [{ source = "assets", destination = "/" }]';
  throw notGranted('No files are granted', line, `component.${component}`);
}

function open(path: string): Descriptor | undefined {
  try {
    // Without the flag that follows links, a link out of the folder is no file.
    const file = root().openAt({}, path, {}, { read: true });
    return file.getType() === 'regular-file' ? file : undefined;
  } catch (error) {
    if (error instanceof HostError) throw error;
    // Error codes of wasi:filesystem: `no-entry`, `not-directory`, `loop`, `access` and more all mean: no such file here.
    return undefined;
  }
}

function readAll(file: Descriptor): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let end = false; !end; ) {
    const [chunk, last] = file.read(CHUNK, BigInt(size));
    chunks.push(chunk);
    size += chunk.length;
    end = last || chunk.length === 0;
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
