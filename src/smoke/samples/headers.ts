import type { Header } from '../../openapi/model.ts';
import { type AnswerHeader, compileHeaders, Mismatch } from '../../runtime/index.ts';
import type { AnswerCode, CaseCode, HeaderCode } from '../../runtime/table.ts';
import type { SampleContext } from './context.ts';
import { sampleValues } from './value.ts';

/** Where a sample redirects to. */
const ELSEWHERE = 'https://example.com/sample';

/** Headers of a sample answer: those that it must have, and those that the document gives an example of. */
export function sampleHeaders(
  context: SampleContext,
  { location, headers = [] }: Pick<CaseCode, 'location'> & AnswerCode,
  documented: readonly Header[],
): readonly AnswerHeader[] {
  const described = (name: string) =>
    documented.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (location) {
    const code = { js: 'location', name: 'location', type: 'string' } as const;
    const header = described(code.name);
    const made = header === undefined ? [] : sampleHeader(context, code, header);
    return made.length === 0 ? [[code.name, ELSEWHERE]] : made;
  }
  return headers.flatMap((code) => {
    const header = described(code.name);
    return header === undefined ? [] : sampleHeader(context, code, header);
  });
}

function sampleHeader(
  { api, codecs }: SampleContext,
  code: HeaderCode,
  { schema, examples }: Header,
): readonly AnswerHeader[] {
  const given = [...examples, ...(schema.examples ?? [])];
  if (code.optional && given.length === 0) return [];
  const made = sampleValues(schema, api, { direction: 'response', free: 'sample' });
  const write = compileHeaders([code], codecs);
  for (const json of [...given, ...made]) {
    try {
      return write({ [code.js]: codecs.decode(code.type, json) });
    } catch (error) {
      if (!(error instanceof Mismatch)) throw error;
    }
  }
  return [];
}
