import { stubExamples } from '../../smoke/samples/index.ts';
import type { Part } from '../render.ts';
import { dataModule, generatedFile } from './generated-file.ts';

/** What operations that are not written yet answer, with `--stubs examples`. */
export const examplesPart: Part = ({ language, stubs, api, typed }) => {
  if (stubs === 'none') return [];
  const examples = dataModule('examples', 'Examples', stubExamples(api, typed), language);
  const why = "the document's examples, answered until an operation is written";
  return [generatedFile(`examples.${language}`, examples, why)];
};
