// @ts-check
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { blocks } from './blocks.mjs';
import { chartsOf } from './charts.mjs';

const page = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
const charts = new URL('../../docs/charts/', import.meta.url);

/**
 * Puts the figures into a text, between its markers.
 *
 * @param {string} text with `<!-- NAME:start -->` and `<!-- NAME:end -->` @param {Record<string, any>} results
 * @throws {Error} for a marker that nothing fills, and for one without its end
 */
export function fill(text, results) {
  const markers = /<!-- ([a-z-]+):start -->(?:[\s\S]*?<!-- \1:end -->)?/g;
  return text.replace(markers, (marker, name) => {
    if (!Object.hasOwn(blocks, name)) throw new Error(`nothing fills the marker ${name}`);
    if (!marker.endsWith(':end -->')) throw new Error(`the marker ${name} has no end`);
    const block = blocks[/** @type {keyof typeof blocks} */ (name)](results);
    return `<!-- ${name}:start -->\n\n${block}\n\n<!-- ${name}:end -->`;
  });
}

/** Writes the figures into docs/performance.md, and its charts. @param {Record<string, any>} results */
export function writePage(results) {
  writeFileSync(page, fill(readFileSync(page, 'utf8'), results));
  mkdirSync(charts, { recursive: true });
  for (const [name, svg] of Object.entries(chartsOf(results))) {
    writeFileSync(new URL(name, charts), svg);
  }
}
