import { readFile } from 'node:fs/promises';
import { dump } from 'js-yaml';
import { expect, it } from 'vitest';
import type { ApiModel, Schema } from '../../src/openapi/model.ts';
import { readApi, readApiText } from '../../src/openapi/read-api.ts';
import {
  describeDocuments,
  publishedDocuments,
  readDocument,
  unpackDocument,
} from '../support/documents.ts';

describeDocuments('published documents', () => {
  it.each(
    publishedDocuments().map(({ file, operations, tags }) => [file, operations, tags] as const),
  )('%s: %i operations', (file, operations, tags) => {
    const api = readApiText(readDocument(file), file);
    // The index counts what stands in the paths; a path item that is a reference has operations too.
    if (tags.includes('path-item-ref')) expect(api.operations.length).toBeGreaterThan(operations);
    else expect(api.operations).toHaveLength(operations);
    for (const target of targetsOf(api)) expect(api.schemas.has(target), target).toBe(true);
  });

  it('has all 40 services, from a file as well', async () => {
    const services = publishedDocuments('service');
    expect(services).toHaveLength(40);
    const [first] = services;
    const path = await unpackDocument(first?.file ?? '');
    expect(await readApi(path)).toEqual(readApiText(await readFile(path, 'utf8'), path));
  });

  it.each(publishedDocuments('service').map(({ file }) => file))(
    '%s is the same as YAML',
    (file) => {
      const text = readDocument(file);
      const yaml = dump(JSON.parse(text));
      expect(yaml).not.toMatch(/^\{/u);
      expect(readApiText(yaml, file)).toEqual(readApiText(text, file));
    },
  );

  it('reads 5.6 MB well under a second', () => {
    const file = 'large/github-com-api-github-com-1-1-4.json.gz';
    const text = readDocument(file);
    const start = performance.now();
    readApiText(text, file);
    expect(performance.now() - start).toBeLessThan(2000); // 0.15 s alone; tests run beside others
  });
});

/** Everything that the model refers to, and that every schema in it has a known kind. */
function targetsOf(api: ApiModel): Set<string> {
  const targets = new Set<string>();
  const visit = (schema: Schema | undefined): void => {
    switch (schema?.kind) {
      case 'ref':
        targets.add(schema.target);
        break;
      case 'array':
        visit(schema.items);
        break;
      case 'map':
        visit(schema.values);
        break;
      case 'object':
        expect(schema.properties.length).toBeGreaterThan(0);
        for (const property of schema.properties) visit(property.schema);
        visit(schema.additional);
        break;
      case 'enum':
        expect(schema.values.length).toBe(new Set(schema.values).size);
        break;
    }
  };
  for (const { parameters, body, responses } of api.operations) {
    for (const { schema } of parameters) visit(schema);
    for (const { schema } of body?.media ?? []) visit(schema);
    for (const { schema } of responses.flatMap(({ media, headers }) => [...media, ...headers]))
      visit(schema);
  }
  for (const { schema } of api.schemas.values()) visit(schema);
  return targets;
}
