import { expect, it } from 'vitest';
import {
  describeDocuments,
  publishedDocuments,
  readDocument,
  typedDocument,
} from '../support/documents.ts';
import { Exchange } from './exchange.ts';
import { rawOperations } from './operations.ts';
import { RawDocument } from './raw-document.ts';
import { Tally } from './tally.ts';

const documents = [...publishedDocuments('small'), ...publishedDocuments('service')];
const tally = new Tally();

describeDocuments('requests of the published documents', () => {
  it.each(documents)('$file: what is sent arrives', async ({ file }) => {
    const document = new RawDocument(JSON.parse(readDocument(file)));
    const api = typedDocument(file);
    const exchange = new Exchange(document, api, tally);
    for (const operation of rawOperations(document, api)) {
      tally.add('operations');
      await exchange.request(operation);
    }
    expect(exchange.problems.slice(0, 5).join('\n'), `${exchange.problems.length} problems`).toBe(
      '',
    );
  });

  it('leaves out little, and says what', () => {
    process.stderr.write(`Exchanges over HTTP:\n  ${tally}\n`);
    expect(tally.count('operations')).toBeGreaterThan(6000);
    expect(tally.sum('requests')).toBeGreaterThan(3 * tally.count('operations') - 200);
    expect(tally.sum('not sampled')).toBeLessThan(0.01 * tally.sum('requests'));
  });
});
