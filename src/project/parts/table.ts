import type { Part } from '../render.ts';
import { dataModule, generatedFile } from './generated-file.ts';

/** The codec table as data. */
export const tablePart: Part = ({ language, typed }) => [
  generatedFile(
    `table.${language}`,
    dataModule('table', 'ServiceTable', typed.table, language),
    'how HTTP and JSON become WIT values and back, as data',
  ),
];
