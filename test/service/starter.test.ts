import { describe, expect, it } from 'vitest';
import { readApiDocument } from '../../src/openapi/read-api.ts';
import { starterDocument, UNKNOWN_NAME } from '../../src/service/starter.ts';

describe('starterDocument', () => {
  it('has one operation, which greets or does not know the name', () => {
    const api = readApiDocument(starterDocument('hello', 'Greets.'), 'starter');
    expect(api).toMatchObject({ title: 'hello', description: 'Greets.', basePath: '', notes: [] });
    expect(api.operations).toHaveLength(1);
    expect(api.operations[0]).toMatchObject({
      operationId: 'greet',
      method: 'GET',
      path: '/greetings/{name}',
      tags: ['greetings'],
      parameters: [
        { name: 'name', in: 'path', required: true },
        { name: 'excited', in: 'query', required: false },
      ],
      responses: [{ status: '200' }, { status: '404' }],
    });
    expect(JSON.stringify(api.operations[0])).toContain(UNKNOWN_NAME);
  });

  it.each(['*/ -->', '<%= name %>', '\u0024{name}', '__proto__', 'a\nb'])(
    'keeps the title %j as it is',
    (name) => {
      expect(readApiDocument(starterDocument(name, ''), 'starter').title).toBe(name);
    },
  );

  it('describes itself when nobody does', () => {
    const described = readApiDocument(starterDocument('hello', ''), 'starter').description;
    expect(described).toMatch(/greets/u);
  });
});
