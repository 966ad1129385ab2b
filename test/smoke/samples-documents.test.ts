import { expect, it } from 'vitest';
import { readApiText } from '../../src/openapi/read-api.ts';
import { compileTypes, formsOf } from '../../src/runtime/index.ts';
import type { ServiceTable } from '../../src/runtime/table.ts';
import { sampleRequests, stubExamples, typedCalls } from '../../src/smoke/samples/index.ts';
import { describeDocuments, publishedDocuments, readDocument } from '../support/documents.ts';
import { answersTo, serviceOf, wrongAnswers } from './sample-service.ts';

const files = publishedDocuments('service').map(({ file }) => file);

describeDocuments('samples of real documents', () => {
  it.each(files)('%s: every sample is taken', async (file) => {
    const api = readApiText(readDocument(file), file);
    const model = serviceOf(api);
    const { table } = model.typed;

    const requests = sampleRequests(model);
    const operations = requests.filter(({ check }) => check === 'operation');
    expect(operations.map(({ operation }) => operation).sort()).toEqual(reachable(table).sort());
    // A service in which nothing is written: whatever is not refused before the function is called is a 501.
    const answers = await answersTo(model, {});
    expect(await wrongAnswers(answers)).toEqual([]);
    for (const { sample, response } of answers) {
      if (sample.check === 'operation') expect(response.status, sample.path).toBe(501);
    }

    const codecs = compileTypes(table.types);
    const routes = new Map(table.routes.map((route) => [route.id, route]));
    for (const call of typedCalls(model)) {
      const route = routes.get(call.function);
      for (const { js, type, optional } of route?.params ?? []) {
        if (Object.hasOwn(call.arguments, js)) codecs.encode(type, call.arguments[js]);
        else expect(optional, `${call.function} ${js}`).toBe(true);
      }
    }
  });

  it.each(files)('%s: every stub is an answer that its type allows', async (file) => {
    const api = readApiText(readDocument(file), file);
    const model = serviceOf(api, { stubs: 'examples' });
    const { types, routes } = model.typed.table;
    const codecs = compileTypes(types);
    const examples = stubExamples(api, model.typed);
    for (const { id, ok } of routes) {
      const { status, body, bodyBase64 } = examples[id] ?? { status: 0 };
      const cases = ok.kind === 'one' ? [ok] : ok.kind === 'variant' ? Object.values(ok.cases) : [];
      const payload = cases.find((one) => one.status === status)?.payload;
      expect(body !== undefined || bodyBase64 !== undefined, id).toBe(payload !== undefined);
      const [form] = payload === undefined ? [] : formsOf(payload);
      const type = form?.[1].format === 'json' ? form[1].type : undefined;
      if (type !== undefined) codecs.encode(type, codecs.decode(type, body));
    }
    expect(await wrongAnswers(await answersTo(model, {}))).toEqual([]);
  });
});

/** Ids of the routes that HTTP can tell apart: of those that differ in parameter names alone the first is served. */
function reachable({ routes }: ServiceTable): string[] {
  const shapes = routes.map(
    ({ method, path }) => `${method} ${path.replace(/\{[^{}]*\}/gu, '{}')}`,
  );
  return routes.flatMap(({ id }, index) =>
    shapes.indexOf(shapes[index] ?? '') === index ? [id] : [],
  );
}
