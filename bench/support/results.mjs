// @ts-check
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { writePage } from '../page/page.mjs';

const file = fileURLToPath(new URL('../results.json', import.meta.url));

/** What each bench measured last, by its name. @returns {Record<string, any>} */
export function readResults() {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/**
 * Puts a bench's figures in place of its last ones in bench/results.json, leaves those of the others, and brings
 * docs/performance.md up to date.
 *
 * @param {string} bench @param {object} figures without paths and host names
 */
export function saveResults(bench, figures) {
  const all = { ...readResults(), [bench]: figures };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(sorted, rounded, 2)}\n`);
  writePage(readResults());
}

/** Four significant digits: no clock here knows more. @param {string} _ @param {unknown} value */
function rounded(_, value) {
  return typeof value === 'number' && !Number.isInteger(value)
    ? Number(value.toPrecision(4))
    : value;
}
