import { badInput } from '../terminal/failure.ts';
import { quote } from '../text/quote.ts';
import type { Dialect } from './dialect.ts';
import { openApi30, openApi31 } from './openapi-3/dialect.ts';
import { isRaw, type Raw, statedText } from './raw.ts';
import { swagger2 } from './swagger-2/dialect.ts';

const USE = 'Give an OpenAPI 3 or Swagger 2.0 document, as JSON or YAML.';
const SAVE =
  'Give the document behind the page: its address is often /openapi.json, /v3/api-docs or /swagger.json.';

const SWAGGER_1 =
  'Convert it first: npx api-spec-converter --from=swagger_1 --to=swagger_2 FILE > swagger.json';

interface Likeness {
  /** Completes "This is …, not an OpenAPI document". */
  readonly what: string;
  readonly hint?: string;
}

interface TextRule extends Likeness {
  readonly matches: RegExp;
}

/** What a text looks like that is neither JSON nor YAML; the first that matches. */
const TEXTS: readonly TextRule[] = [
  { matches: /^\s*<[\s\S]*swagger-ui/iu, what: 'a Swagger UI page', hint: SAVE },
  { matches: /^\s*<[\s\S]*\bredoc\b/iu, what: 'a ReDoc page', hint: SAVE },
  { matches: /^\s*<(?:!--|!doctype html|html|head|body)/iu, what: 'an HTML page', hint: SAVE },
  { matches: /^\s*<[\s\S]*http:\/\/schemas\.xmlsoap\.org\/wsdl\//iu, what: 'a WSDL document' },
  { matches: /^\s*</u, what: 'an XML document' },
  { matches: /^#%RAML/u, what: 'a RAML document' },
  { matches: /^FORMAT:\s*1A/u, what: 'an API Blueprint document' },
  { matches: /^\s*syntax\s*=\s*["']proto[23]["']/mu, what: 'a Protocol Buffers file' },
  {
    matches:
      /^(?:extend\s+)?(?:(?:type|interface|input|enum)\s+\w+[^:{\n]*\{|union\s+\w+\s*[=@]|scalar\s+\w+\s*$|schema\s*\{|directive\s+@\w+)/mu,
    what: 'a GraphQL schema',
    hint: 'GraphQL is not read. If the service also answers plain HTTP, describe that as OpenAPI.',
  },
];

interface ValueRule extends Likeness {
  readonly matches: (document: Raw) => boolean;
}

/** What a JSON or YAML object looks like that is not OpenAPI 3; the first that matches. */
const VALUES: readonly ValueRule[] = [
  {
    matches: (document) => 'asyncapi' in document,
    what: 'an AsyncAPI document',
    hint: 'AsyncAPI describes messages, and a component built here answers HTTP requests.',
  },
  {
    matches: ({ info, item }) =>
      (isRaw(info) && '_postman_id' in info) || postmanSchema(info) || Array.isArray(item),
    what: 'a Postman collection',
    hint: 'Export it as OpenAPI first (Postman: collection → More → Generate specification).',
  },
  {
    matches: ({ data, __schema }) => isRaw(__schema) || (isRaw(data) && isRaw(data.__schema)),
    what: 'a GraphQL introspection result',
  },
  { matches: ({ log }) => isRaw(log) && Array.isArray(log.entries), what: 'a HAR recording' },
  { matches: (document) => 'arazzo' in document, what: 'an Arazzo document' },
  { matches: (document) => 'openrpc' in document, what: 'an OpenRPC document' },
  {
    matches: (document) => 'swaggerVersion' in document,
    what: 'a Swagger 1.x document',
    hint: SWAGGER_1,
  },
  { matches: ({ apiVersion, kind }) => Boolean(apiVersion && kind), what: 'a Kubernetes manifest' },
  { matches: ({ services }) => isRaw(services), what: 'a Compose file' },
  {
    matches: ({ $schema, properties, $defs, definitions }) =>
      typeof $schema === 'string' || isRaw(properties) || isRaw($defs) || isRaw(definitions),
    what: 'a JSON Schema',
    hint: 'A schema says what data looks like, not which requests there are. Put it under components/schemas.',
  },
];

function postmanSchema(info: unknown): boolean {
  return isRaw(info) && typeof info.schema === 'string' && info.schema.includes('getpostman.com');
}

/**
 * Refuses a text that is no JSON or YAML at all, by what it looks like. To be asked before parsing.
 *
 * @throws Failure (code 2).
 */
export function checkText(text: string, name: string): void {
  if (text.trim() === '') throw badInput('The file is empty.', { where: name, hint: USE });
  if (/^\s*[{[]/u.test(text) || /^["']?(?:openapi|swagger|asyncapi)["']?\s*:/mu.test(text)) return;
  const likeness = TEXTS.find(({ matches }) => matches.test(text));
  if (likeness !== undefined) throw refusal(likeness, name);
}

/** A document's root object, and the rules to read it by. */
export interface Detected {
  readonly document: Raw;
  readonly dialect: Dialect;
  /** The version as written, when it is newer than what is known here. */
  readonly newer: string | undefined;
}

/**
 * Tells whether a parsed document is OpenAPI 3 or Swagger 2.0.
 *
 * 3.2 and later 3.x are read as 3.1: 3.2 is 3.1 with additions (OAS 3.2.0, "Versions and Deprecation"), what it adds is
 * noted where it is met, and refusing a whole document for one new field would help nobody.
 *
 * @throws Failure (code 2) with what it looks like instead.
 */
export function detect(document: unknown, name: string): Detected {
  if (!isRaw(document)) {
    throw refusal({ what: Array.isArray(document) ? 'a list' : 'plain text' }, name);
  }
  if (Object.hasOwn(document, 'openapi')) return openApi(document, name);
  if (Object.hasOwn(document, 'swagger')) return swagger(document, name);
  const likeness = VALUES.find(({ matches }) => matches(document));
  if (likeness !== undefined) throw refusal(likeness, name);
  throw badInput('This is not an OpenAPI document: it has no "openapi" field.', {
    where: name,
    hint: USE,
  });
}

/** `openapi: 3.0` without quotes is a YAML number, and clear enough. */
function openApi(document: Raw, name: string): Detected {
  const version = statedText(document.openapi);
  const minor = /^3(?:\.(\d+))?(?:[.-]|$)/u.exec(version);
  if (minor === null) throw wrongVersion(`OpenAPI ${quote(version)}`, `${name}#/openapi`, USE);
  const number = Number(minor[1] ?? 0);
  return {
    document,
    dialect: number === 0 ? openApi30 : openApi31,
    newer: number > 1 ? version : undefined,
  };
}

/** `swagger: 2.0` without quotes is the number 2. */
function swagger(document: Raw, name: string): Detected {
  const version = statedText(document.swagger);
  if (/^2(?:\.0)*$/u.test(version)) return { document, dialect: swagger2, newer: undefined };
  const hint = version.startsWith('1') ? SWAGGER_1 : USE;
  throw wrongVersion(`Swagger ${quote(version)}`, `${name}#/swagger`, hint);
}

function wrongVersion(what: string, where: string, hint: string): Error {
  return badInput(`${what} is not a version that is read.`, { where, hint });
}

function refusal({ what, hint }: Likeness, where: string): Error {
  return badInput(`This is ${what}, not an OpenAPI document.`, { where, hint: hint ?? USE });
}
