import { fileURLToPath } from 'node:url';
import { EarlyProcess } from '../processes/early-process.ts';

/** The process that makes components. Apart from componentize.ts, which loads the bundler. */
export const componentizer = new EarlyProcess(
  fileURLToPath(new URL('./componentize-child.mjs', import.meta.url)),
);
