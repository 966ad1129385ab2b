// @ts-check
/** Plots as SVG: points over two logarithmic axes, and the line that fits them. */

/**
 * @typedef {object} Plot
 * @property {string} title
 * @property {string} x what the sizes are
 * @property {string} y what the times are
 * @property {readonly import('./growth.mjs').Point[]} points
 * @property {import('./growth.mjs').Growth} growth
 */

const [WIDTH, HEIGHT] = [720, 440];
const EDGE = { left: 70, right: 20, top: 40, bottom: 50 };

/** @param {Plot} plot */
export function plotSvg({ title, x, y, points, growth }) {
  const across = axis(
    points.map(({ size }) => size),
    EDGE.left,
    WIDTH - EDGE.right,
  );
  const up = axis(
    points.map(({ time }) => time),
    HEIGHT - EDGE.bottom,
    EDGE.top,
  );
  const at = (/** @type {number} */ size) => up.place(growth.factor * size ** growth.exponent);
  const [from, to] = [across.least, across.most];
  const dots = points.map(
    ({ size, time }) => `<circle cx="${across.place(size)}" cy="${up.place(time)}" r="3"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(WIDTH / 2, 22, title, 'middle" font-size="15'),
    ...across.ticks.map((tick) => vertical(across.place(tick), tick)),
    ...up.ticks.map((tick) => horizontal(up.place(tick), tick)),
    `<line x1="${across.place(from)}" y1="${at(from)}" x2="${across.place(to)}" y2="${at(to)}" stroke="#c33" stroke-dasharray="5 4"/>`,
    `<g fill="#2458a8" fill-opacity="0.6">${dots.join('')}</g>`,
    text(WIDTH / 2, HEIGHT - 12, x, 'middle'),
    `<g transform="rotate(-90 16 ${HEIGHT / 2})">${text(16, HEIGHT / 2, y, 'middle')}</g>`,
    '</svg>',
    '',
  ].join('\n');
}

/** @param {readonly number[]} values above 0 @param {number} start @param {number} end */
function axis(values, start, end) {
  const powers = values.map(Math.log10);
  const [low, high] = [Math.floor(Math.min(...powers)), Math.ceil(Math.max(...powers))];
  const place = (/** @type {number} */ value) =>
    Math.round((start + ((Math.log10(value) - low) / (high - low)) * (end - start)) * 10) / 10;
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  return { place, ticks, least: Math.min(...values), most: Math.max(...values) };
}

/** @param {number} at @param {number} tick */
function vertical(at, tick) {
  const [top, bottom] = [EDGE.top, HEIGHT - EDGE.bottom];
  return `<line x1="${at}" y1="${top}" x2="${at}" y2="${bottom}" stroke="#ddd"/>${text(at, bottom + 18, short(tick), 'middle')}`;
}

/** @param {number} at @param {number} tick */
function horizontal(at, tick) {
  const right = WIDTH - EDGE.right;
  return `<line x1="${EDGE.left}" y1="${at}" x2="${right}" y2="${at}" stroke="#ddd"/>${text(EDGE.left - 8, at + 4, short(tick), 'end')}`;
}

/** @param {number} x @param {number} y @param {string} words @param {string} anchor */
function text(x, y, words, anchor) {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}">${escaped(words)}</text>`;
}

/** @param {string} words */
function escaped(words) {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** @param {number} value */
function short(value) {
  return value.toLocaleString('en', { notation: 'compact', maximumFractionDigits: 3 });
}
