// @ts-check
// Writes the figures of bench/results.json into docs/performance.md, and its charts. Every bench does it at its end.
// Usage: node bench/report.mjs
import { writePage } from './page/page.mjs';
import { readResults } from './support/results.mjs';

writePage(readResults());
