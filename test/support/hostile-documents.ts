/** Apart, for linters take what follows it for a template in the wrong quotes. */
const DOLLAR = '$';

/** Text that tries to leave the place it is put in: each by what it is up to. */
export const HOSTILE: ReadonlyMap<string, string> = new Map([
  ['nothing', ''],
  ['blank', ' '],
  ['keyword', 'await'],
  ['class', 'class'],
  ['names of ours', 'Service'],
  ['global', 'Promise'],
  ['error', 'Error'],
  ['default', 'default'],
  ['types', 'types'],
  ['kebab', 'a-b'],
  ['snake', 'a_b'],
  ['camel', 'aB'],
  ['umlaut', 'größe'],
  ['WIT keyword', 'interface'],
  ['literal', 'true'],
  ['number', '007'],
  ['quotes', `it's "so" \`called\``],
  ['backslash', '\\'],
  ['line feed', 'a\nprocess.exit(1)\nb'],
  ['carriage return', 'a\rb\r\nc'],
  ['line separators', 'a\u2028b\u2029c\u0085d'],
  ['NUL', 'a\0b'],
  ['escape sequence', '\u001B[2J\u001B]0;title\u0007'],
  ['emoji', '🫖👩‍👩‍👧'],
  ['right to left', 'a\u202Eb\u2066c'],
  ['invisible', 'a\u200Bb\uFEFFc\u00ADd\u{E0041}'],
  ['lone surrogate', 'a\uD800b'],
  ['no character', 'a\uFFFFb'],
  ['comment end', '*/ process.exit(1); /*'],
  ['line comment', '// x'],
  ['HTML comment', '--> <!-- x'],
  ['script', '</script><script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['EJS', '<% process.exit(1) %><%- it %>%>'],
  ['template literal', `\`${DOLLAR}{process.exit(1)}\``],
  ['Markdown', '[l](javascript:alert(1)) ![i](x) # h\n```\n| a | b |\n***'],
  ['escaped pipe', 'a\\|<b>c'],
  ['prototype', '__proto__'],
  ['constructor', 'constructor'],
  ['then', 'then'],
  ['method of Object', 'toString'],
  ['reference', '$ref'],
  ['identifier', '$id'],
  ['symbols', '!?&=+#'],
  ['path', '../../etc/passwd'],
  ['Windows path', '..\\..\\x:y'],
  ['percent', '%2e%2e%2f%00%zz'],
  ['TOML', '"""\n[component.x]\nsource = "y"'],
  ['YAML', '- &a !!js/function *a : {x: y} # z\n--- |'],
  ['CDATA', ']]>'],
  ['shell', '$(touch x); `id` && rm -rf ~ | cat > y & "%PATH%" !! \'x\''],
  ['workflow', `${DOLLAR}{{ github.token }}`],
  ['doc tag', '@type {any} @import x'],
  ['braces', '{a}{b}}'],
  ['huge', 'huge '.repeat(2_000)],
  ['huge word', 'x'.repeat(10_000)],
]);

const text = (value: string) => ({ type: 'string', title: value, description: value });

/** A schema with `value` at every place where one takes text; `plain` refers to another. */
function schema(value: string, plain = '#/components/schemas/Plain'): object {
  return {
    type: 'object',
    title: value,
    description: value,
    required: [value],
    externalDocs: { url: value, description: value },
    'x-internal': { [value]: value },
    properties: {
      [value]: { ...text(value), default: value, example: value, pattern: value },
      [`${value}-b`]: { ...text(value), enum: [value, `${value}!`, 'plain'], default: value },
      map: { type: 'object', additionalProperties: text(value), example: { [value]: value } },
      inner: { type: 'object', properties: { [value]: { type: 'integer', format: value } } },
      odd: { type: value, description: value },
      one: {
        oneOf: [{ $ref: plain }, { type: 'object', title: value }],
        discriminator: { propertyName: value, mapping: { [value]: plain } },
      },
    },
    example: { [value]: value, map: { [value]: value } },
  };
}

function content(value: string): object {
  const media = { schema: { $ref: reference(value) }, examples: { [value]: { value } } };
  return { 'application/json': media, [value]: { schema: text(value) } };
}

function reference(value: string): string {
  const token = value.replaceAll('~', '~0').replaceAll('/', '~1');
  return `#/components/schemas/${encodeURIComponent(token.replaceAll('\uD800', '\uFFFD'))}`;
}

function operation(value: string): object {
  const parameter = (place: string, more: object = {}) => ({
    ...{ name: value, in: place, description: value, schema: { ...text(value), default: value } },
    ...more,
  });
  return {
    operationId: value,
    tags: [value],
    summary: value,
    description: value,
    externalDocs: { url: value },
    parameters: [
      parameter('path', { required: true }),
      parameter('query', { example: value, style: value }),
      parameter('header', { examples: { [value]: { summary: value, value } } }),
      parameter('cookie', { schema: { type: 'string', enum: [value, 'plain'] } }),
      parameter(value),
    ],
    requestBody: { description: value, content: content(value) },
    responses: {
      200: {
        description: value,
        content: content(value),
        headers: { [value]: { description: value, schema: text(value) } },
        links: { [value]: { operationId: value, description: value } },
      },
      404: { description: value, content: content(value) },
      default: { description: value, content: { 'text/plain': { schema: text(value) } } },
      [value]: { description: value },
    },
    security: [{ [value]: [value] }],
    callbacks: { [value]: { [value]: {} } },
    [`x-${value}`]: value,
  };
}

/** A document with every text of `values` at every place that takes text; `more` is about the document itself. */
export function hostileDocument(values: Iterable<string>, more: object = {}): string {
  const all = [...values];
  const each = (make: (value: string) => object) =>
    Object.fromEntries(all.map((value) => [value.replaceAll('\uD800', '\uFFFD'), make(value)]));
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Hostile', version: '1' },
    ...more,
    tags: all.map((value) => ({ name: value, description: value })),
    paths: Object.fromEntries([
      ['/plain', { get: { responses: { 204: { description: 'Nothing.' } } } }],
      ...all.flatMap((value, index) => [
        [`/p${index}/{${value}}`, { summary: value, get: operation(value) }],
        [`/${value}/q${index}`, { description: value, post: operation(value), [value]: {} }],
      ]),
    ]),
    components: {
      schemas: {
        ...each((value) => schema(value)),
        Plain: { type: 'object', description: 'Plain.' },
      },
      securitySchemes: each((value) => ({ type: 'apiKey', in: 'header', name: value })),
      parameters: each((value) => ({ name: value, in: 'query', schema: text(value) })),
      responses: each((value) => ({ description: value })),
    },
  });
}

/** The same as Swagger 2.0, as far as it has a place for text. */
export function hostileSwagger(values: Iterable<string>): string {
  const plain = '#/definitions/Plain';
  const all = [...values].map((value) => value.replaceAll('\uD800', '\uFFFD'));
  const each = (make: (value: string) => object) =>
    Object.fromEntries(all.map((value) => [value, make(value)]));
  const parameter = (value: string, place: string, more: object = {}) => ({
    ...{ name: value, in: place, description: value, 'x-example': value, default: value },
    ...{ type: 'string', pattern: value },
    ...more,
  });
  const response = (value: string) => ({
    description: value,
    schema: { $ref: `#/definitions/${reference(value).split('/').at(-1)}` },
    headers: { [value]: { ...text(value), type: value } },
    examples: { 'application/json': value, [value]: value },
  });
  const operation = (value: string, body: object[]) => ({
    ...{ operationId: value, tags: [value], summary: value, description: value },
    ...{ consumes: [value], produces: ['application/json', value], schemes: [value] },
    parameters: [
      parameter(value, 'path', { required: true }),
      parameter(value, 'query', { type: 'array', items: text(value), collectionFormat: value }),
      parameter(value, 'header'),
      parameter(value, value),
      ...body,
    ],
    responses: { 200: response(value), default: { description: value }, [value]: {} },
  });
  return JSON.stringify({
    swagger: '2.0',
    info: { title: 'Hostile', version: '1' },
    ...{ host: all[0], basePath: '/v1', consumes: all, produces: all, schemes: all },
    paths: Object.fromEntries([
      ['/plain', { get: { responses: { 204: { description: 'Nothing.' } } } }],
      ...all.flatMap((value, index) => [
        [
          `/p${index}/{${value}}`,
          { put: operation(value, [parameter(value, 'body', { schema: schema(value, plain) })]) },
        ],
        [
          `/${value}/q${index}`,
          { post: operation(value, [parameter(value, 'formData', { enum: [value, 'plain'] })]) },
        ],
      ]),
    ]),
    definitions: {
      ...each((value) => ({ ...schema(value, plain), discriminator: value })),
      Plain: { type: 'object', description: 'Plain.' },
    },
    responses: each(response),
    securityDefinitions: each((value) => ({ type: 'apiKey', in: 'header', name: value })),
  });
}
