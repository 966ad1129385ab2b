import { fileURLToPath } from 'node:url';
import type { ApiModel, Note } from '../openapi/model.ts';
import { readApi, readApiDocument, readApiText } from '../openapi/read-api.ts';
import { nameOf } from '../questions/name.ts';
import { nearestVersion } from '../questions/version.ts';
import type { RouteCode, TypeTable } from '../runtime/table.ts';
import { typeApi } from '../wit/lower.ts';
import { fidelityPage } from '../wit/printing/fidelity.ts';
import { printWit, WORLD } from '../wit/printing/print.ts';
import type { FidelityReport, TypedApi } from '../wit/typed-api.ts';

/**
 * Where the document is: the path or `file:` URL of a file (or of a folder that holds one with a usual name), its text,
 * or its parsed value. `name` is what messages call a document; `path` the file that a text is from. References to other
 * files are followed where the path is known, and never out of the document's folder; nothing is fetched.
 */
export type DocumentSource =
  | string
  | URL
  | { readonly text: string; readonly name?: string; readonly path?: string }
  | { readonly document: unknown; readonly name?: string };

/** What the document doesn't decide. Values are coerced to valid WIT. */
export interface ConversionOptions {
  /** Namespace of the package; `example` by default. */
  readonly namespace?: string;
  /** Name of the package; by default what the document's title comes to. */
  readonly name?: string;
  /** Version of the package; by default the document's, made a full semver. */
  readonly version?: string;
  /** Prefix of every route; by default the path of the document's first server. */
  readonly basePath?: string;
}

/** A document as WIT. */
export interface Conversion {
  /** One WIT package, complete in itself: an interface for each tag, `types` for what they share, and the world. */
  readonly wit: string;
  /** The name of the world, which exports every interface. */
  readonly world: string;
  /** `namespace:name@version`, as the text has it. */
  readonly package: TypedApi['package'];
  /** How each HTTP operation calls its WIT function: paths, parameters, bodies, statuses. Plain data. */
  readonly routes: readonly RouteCode[];
  /** How JSON becomes each named type, for `routes`. Plain data. */
  readonly types: TypeTable;
  /** What became of the document's types, and the reader's notes, all by JSON pointer. */
  readonly report: FidelityReport & { readonly notes: readonly Note[] };
  /** The report in Markdown; `undefined` when the WIT has all of the document. */
  readonly fidelity: string | undefined;
}

/**
 * Converts an OpenAPI document (3.1, 3.0 or Swagger 2.0, JSON or YAML) to WIT. Every operation is there; what WIT can't
 * type is `json`, JSON text, and in the report. The same document gives the same text.
 *
 * The rules are in docs/openapi-to-wit.md. Only WASI 0.2's WIT is used.
 *
 * @throws Failure (`code` 2, with `where` and `hint`) when the document can't be read, is something else, has no
 *   operations, or a reference that leads nowhere
 */
export async function openapiToWit(
  source: DocumentSource,
  options: ConversionOptions = {},
): Promise<Conversion> {
  return convertApi(await readDocument(source), options);
}

/** Converts what was read already. */
export function convertApi(api: ApiModel, options: ConversionOptions = {}): Conversion {
  const typed = typeApi(api, wantedPackage(api, options), {
    ...(options.basePath !== undefined && { basePath: options.basePath }),
  });
  return {
    wit: printWit(typed, { doors: 'typed' }),
    world: WORLD,
    package: typed.package,
    routes: typed.table.routes,
    types: typed.table.types,
    report: { ...typed.report, notes: api.notes },
    fidelity: fidelityPage(typed.report, api.notes),
  };
}

async function readDocument(source: DocumentSource): Promise<ApiModel> {
  if (typeof source === 'string') return readApi(source);
  if (source instanceof URL) return readApi(fileURLToPath(source));
  if (!('text' in source)) return readApiDocument(source.document, source.name ?? 'openapi');
  const { text, path, name = path ?? 'openapi' } = source;
  return readApiText(text, name, path);
}

/** The same defaults as the interview has. */
function wantedPackage(api: ApiModel, { namespace, name, version }: ConversionOptions) {
  return {
    namespace: namespace ?? 'example',
    name: name ?? nameOf(api.title),
    version: version ?? nearestVersion(api.version),
  };
}
