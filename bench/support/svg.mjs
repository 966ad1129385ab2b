// @ts-check
/** Charts as SVG: text stays text, and colours follow the reader's light or dark screen. */
import { htmlText } from '../../dist/src/text/html.js';

/** The page behind is drawn, too: where an image is shown, its reader's screen and its page may disagree. */
const STYLE = [
  'text{font:13px system-ui,sans-serif;fill:#1f2328}',
  '.page{fill:#fff}',
  '.title{font-weight:600;font-size:15px}',
  '.quiet{fill:#59636e}',
  '.ours{font-weight:600}',
  '.bar{fill:#afb8c1}.bar.ours,.dot{fill:#0969da}',
  '.dot{fill-opacity:.6}',
  '.line{stroke:#59636e;stroke-width:1.5}',
  '.grid{stroke:#d1d9e0}',
  '.fit{stroke:#cf222e;stroke-dasharray:5 4}',
  '@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.page{fill:#0d1117}.quiet{fill:#9198a1}.bar{fill:#57606a}.bar.ours,.dot{fill:#4493f8}.line{stroke:#c8d1da}.grid{stroke:#3d444d}.fit{stroke:#ff7b72}}',
].join('');

/** @typedef {{ anchor?: 'start' | 'middle' | 'end', kind?: string }} Look `kind`: classes of STYLE */

/**
 * @param {{ width: number, height: number, title: string, description: string }} frame both texts are read aloud
 * @param {readonly string[]} parts
 */
export function svg({ width, height, title, description }, parts) {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${htmlText(title)}</title>`,
    `<desc id="description">${htmlText(description)}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect class="page" width="${width}" height="${height}"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
}

/** @param {number} x @param {number} y @param {string} words @param {Look} [look] */
export function text(x, y, words, { anchor = 'start', kind = '' } = {}) {
  const classes = kind === '' ? '' : ` class="${kind}"`;
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"${classes}>${htmlText(words)}</text>`;
}

/** @typedef {readonly [x: number, y: number]} Place */

/** @param {Place} from @param {Place} to @param {string} kind */
export function line([x1, y1], [x2, y2], kind) {
  const [left, top, right, bottom] = [x1, y1, x2, y2].map(round);
  return `<line class="${kind}" x1="${left}" y1="${top}" x2="${right}" y2="${bottom}"/>`;
}

/** A tenth of a unit is less than anyone sees. @param {number} value */
export function round(value) {
  return Math.round(value * 10) / 10;
}
