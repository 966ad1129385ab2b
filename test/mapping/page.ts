import { load } from 'js-yaml';
import { convertApi } from '../../src/conversion/openapi-to-wit.ts';
import { readApiDocument } from '../../src/openapi/read-api.ts';
import { type Codecs, compileTypes, parseJson, stringifyJson } from '../../src/runtime/codec.ts';
import type { PayloadCode, TypeCode } from '../../src/runtime/table.ts';
import type { Case, SchemaCase } from './cases/case.ts';
import { SECTIONS } from './cases/index.ts';

/** What the converter makes of a case. */
export interface Made {
  readonly conversion: ReturnType<typeof convertApi>;
  readonly codecs: Codecs;
  /** Of a schema case: the type of the body. */
  readonly body: TypeCode;
}

export function make(one: Case): Made {
  const conversion = convertApi(readApiDocument(documentOf(one), one.title), { name: 'example' });
  const as = conversion.routes[0]?.body?.as;
  return {
    conversion,
    codecs: compileTypes(conversion.types),
    body:
      (as !== undefined && 'format' in as ? (as satisfies PayloadCode).type : undefined) ?? 'json',
  };
}

/** What a JSON value becomes on its way through a component, and what comes out. */
export function roundTrip({ codecs, body }: Made, json: unknown): { js: unknown; out: unknown } {
  const js = codecs.decode(body, parseJson(stringifyJson(json)));
  return { js, out: parseJson(stringifyJson(codecs.encode(body, js))) };
}

/** docs/openapi-to-wit.md. */
export function page(): string {
  const intro = [
    '# OpenAPI to WIT',
    '',
    'What each construct of an OpenAPI document (3.1, 3.0 or Swagger 2.0) becomes in WIT, which value a component sees in JavaScript, and why. Everything below was made by the converter: this page is written by its tests (`npx vitest run test/mapping -u`), which fail when it says something else.',
    '',
    'A document may be JSON or YAML, and in several files, as long as `$ref` stays inside its folder; nothing is fetched. Callbacks, webhooks, links and security schemes have no place in the WIT of a service and are listed in the report.',
    '',
    'Only what WASI 0.2 has is used: no `map<…>`, `async`, `stream<…>`, `future<…>` or lists of a fixed size. What WIT has no type for is `json`, an alias of `string` that holds JSON text; every place where that loses a type of the document is in the fidelity report, with its JSON pointer and the reason.',
  ];
  const sections = SECTIONS.flatMap(({ title, text, cases }) => [
    '',
    `## ${title}`,
    '',
    text,
    ...cases.flatMap(caseText),
  ]);
  return `${[...intro, ...sections].join('\n')}\n`;
}

function caseText(one: Case): readonly string[] {
  const made = make(one);
  const source =
    'schemas' in one ? [one.schemas] : [one.paths, ...(one.components ? [one.components] : [])];
  return [
    '',
    `### ${one.title}`,
    '',
    one.why,
    '',
    fenced('yaml', source.map((text) => text.trim()).join('\n# components/schemas\n')),
    '',
    fenced('wit', excerpt(made.conversion.wit, 'schemas' in one)),
    ...('schemas' in one ? ['', fenced('js', values(one, made))] : []),
    ...made.conversion.report.demotions.flatMap(({ pointer, reason }) => [
      '',
      `The report says: \`${pointer}\`: ${reason}.`,
    ]),
  ];
}

function values(one: SchemaCase, made: Made): string {
  const shown = one.json.map((json) => {
    const { js, out } = roundTrip(made, json);
    const back = stringifyJson(out);
    const same = back === stringifyJson(json) ? '' : `\n// and back: ${back}`;
    return `// ${stringifyJson(json)}\n${js === undefined ? 'undefined' : inspect(js)}${same}`;
  });
  const refused = (one.refused ?? []).map(([json, pointer]) => {
    return `// ${stringifyJson(json)}\n// is refused at #${pointer}: ${refusal(made, json).reason}`;
  });
  return [...shown, ...refused].join('\n\n');
}

/** Why a JSON value doesn't fit. */
export function refusal(
  { codecs, body }: Made,
  json: unknown,
): { pointer: string; reason: string } {
  try {
    codecs.decode(body, parseJson(stringifyJson(json)));
  } catch (error) {
    if (error instanceof Error && 'pointer' in error && 'reason' in error) {
      return { pointer: String(error.pointer), reason: String(error.reason) };
    }
    throw error;
  }
  return { pointer: 'nowhere', reason: 'it fits' };
}

/** The definitions, without the aliases that every package has and, of a schema, the function that carries it. */
function excerpt(wit: string, typesOnly: boolean): string {
  const blocks = wit.split(/\n\n(?=(?:\/\/\/[^\n]*\n)*interface )/u).slice(1);
  const bodies = blocks.flatMap((block) => {
    const head = /interface %?([\w-]+) \{/u.exec(block)?.[1] ?? '';
    const inner = block.slice(block.indexOf('{\n') + 2, block.indexOf('\n}'));
    const members = inner
      .split('\n\n')
      .map((text) => text.replace(/^ {2}/gmu, ''))
      .filter((text) => !/^use |(?:^|\n)type json =/u.test(text))
      .filter((text) => !typesOnly || !/(?:: func\(|(?:^|\n)variant [\w-]*-error \{)/u.test(text));
    if (members.length === 0) return [];
    return typesOnly
      ? members
      : [`interface ${head} {\n${members.join('\n\n').replace(/^(?=.)/gmu, '  ')}\n}`];
  });
  return bodies.join('\n\n');
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

/** A JavaScript value as one would write it. */
function inspect(value: unknown): string {
  if (value instanceof Uint8Array) return `Uint8Array [${value.join(', ')}]`;
  if (Array.isArray(value)) return `[${value.map(inspect).join(', ')}]`;
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value === 'string') return `'${value.replaceAll("'", "\\'")}'`;
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).map(([key, field]) => `${key}: ${inspect(field)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function documentOf(one: Case): unknown {
  const { openapi = '3.1.0' } = one;
  const info = { title: 'Example', version: '1.0.0' };
  if ('paths' in one) {
    return {
      openapi,
      info,
      paths: load(one.paths),
      components: { schemas: load(one.components ?? '{}') },
    };
  }
  const schemas = load(one.schemas) as Record<string, unknown>;
  const content = {
    'application/json': { schema: { $ref: `#/components/schemas/${Object.keys(schemas)[0]}` } },
  };
  const operation = {
    tags: ['example'],
    requestBody: { required: true, content },
    responses: { 200: { description: '', content } },
  };
  return {
    openapi,
    info,
    paths: { '/example': { [one.method ?? 'put']: operation } },
    components: { schemas },
  };
}
