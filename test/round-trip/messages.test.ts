import { expect, it } from 'vitest';
import {
  describeDocuments,
  publishedDocuments,
  readDocument,
  typedDocument,
} from '../support/documents.ts';
import { Answers } from './answers.ts';
import { rawOperations } from './operations.ts';
import { RawDocument } from './raw-document.ts';
import { Requests } from './requests.ts';
import { Tally } from './tally.ts';

const documents = [...publishedDocuments('small'), ...publishedDocuments('service')];
const tally = new Tally();

describeDocuments('messages of the published documents', () => {
  it.each(documents)('$file: what is sent arrives', async ({ file }) => {
    const document = new RawDocument(JSON.parse(readDocument(file)));
    const api = typedDocument(file);
    const requests = new Requests(document, api, tally);
    for (const operation of rawOperations(document, api)) {
      tally.add('operations');
      await requests.request(operation);
    }
    expect(requests.problems.slice(0, 5).join('\n'), `${requests.problems.length} problems`).toBe(
      '',
    );
  });

  it.each(documents)('$file: what is returned is answered', async ({ file }) => {
    const document = new RawDocument(JSON.parse(readDocument(file)));
    const api = typedDocument(file);
    const answers = new Answers(document, api, tally);
    const operations = new Map(rawOperations(document, api).map((one) => [one.route, one]));
    for (const [index, route] of api.table.routes.entries()) {
      const operation = operations.get(route);
      if (operation !== undefined) await answers.answer(operation, index);
    }
    expect(answers.problems.slice(0, 5).join('\n'), `${answers.problems.length} problems`).toBe('');
  });

  it('leaves out little, and says what', () => {
    process.stderr.write(`Messages over HTTP:\n  ${tally}\n`);
    expect(tally.count('operations')).toBeGreaterThan(6000);
    expect(tally.sum('requests')).toBeGreaterThan(3 * tally.count('operations') - 200);
    expect(tally.sum('answers')).toBeGreaterThan(2 * tally.count('operations'));
    expect(tally.sum('not sampled')).toBeLessThan(0.02 * tally.sum('requests'));
  });
});
