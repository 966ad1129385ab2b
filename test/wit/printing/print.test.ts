import { describe, expect, it } from 'vitest';
import { readApi } from '../../../src/openapi/read-api.ts';
import { typeApi } from '../../../src/wit/lower.ts';
import { printWit } from '../../../src/wit/printing/print.ts';
import { documentOf, json, returning, typed, typedSchema, witLines } from '../support.ts';

describe('printWit', () => {
  it('reads like the design of a small API', async () => {
    const api = await readApi('test/wit/printing/golden/shop.json');
    const { version } = api;
    const wit = printWit(typeApi(api, { namespace: 'acme', name: 'shop', version }));
    expect(wit).toMatch(/[^\n]\n$/u);
    expect(wit).not.toMatch(/[ \t]$/mu);
    for (const line of wit.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    await expect(wit).toMatchFileSnapshot('golden/shop.wit');
  });

  it('escapes keywords wherever a name stands', () => {
    const api = typed(
      documentOf(
        {
          '/a': {
            get: returning('list', { $ref: '#/components/schemas/Enum' }, { tags: ['flags'] }),
            post: returning('use', undefined, {
              tags: ['flags'],
              parameters: [{ name: 'from', in: 'query', schema: { type: 'string' } }],
            }),
          },
        },
        {
          Enum: { type: 'string', enum: ['record', 'async'] },
        },
      ),
    );
    expect(witLines(api)).toEqual(
      expect.arrayContaining([
        'enum %enum {',
        '%record,',
        '%async,',
        'interface %flags {',
        'use types.{%enum};',
        '%list: func() -> result<%enum, api-error>;',
        '%use: func(%from: option<string>) -> result<_, api-error>;',
        'export %flags;',
      ]),
    );
  });

  it('lets no text of a document out of its comment', () => {
    const evil = '*/ }\n} world evil {\r\u2028export x; \u202E// `\u0000';
    const api = typed(
      documentOf({
        '/a': {
          get: returning(
            evil,
            { type: 'object', properties: { [evil]: { description: evil } } },
            {
              summary: evil,
              description: evil,
              tags: [evil],
              parameters: [{ name: evil, in: 'query', description: evil, schema: {} }],
            },
          ),
          post: returning(
            'b',
            { type: 'string', enum: [evil, 'x'] },
            {
              requestBody: { description: evil, content: json({ title: evil, description: evil }) },
            },
          ),
        },
      }),
    );
    const code = witLines(api).join('\n');
    expect(code).toMatch(/^[\w\s%:;,.<>(){}@/=-]*$/u);
    expect(code.match(/^world /gmu)).toHaveLength(1);
    for (const refused of ['\u0000', '\u2028', '\u202E']) {
      expect(printWit(api)).not.toContain(refused);
    }
  });

  it('leaves `types` out when there are none, and imports what it is told to', () => {
    const wit = printWit(typedSchema({ type: 'boolean' }), {
      imports: [{ name: 'wasi:logging/logging@0.1.0-draft', note: 'A draft.' }],
      exports: [{ name: 'wasi:cli/run@0.2.0' }],
    });
    expect(wit).not.toContain('types');
    expect(wit).toContain('  // A draft.\n  import wasi:logging/logging@0.1.0-draft;\n');
    expect(wit).toContain('  export wasi:cli/run@0.2.0;\n');
  });
});
