// @ts-check
/** Plots as SVG: points over two logarithmic axes, and the line that fits them. */
import { line, round, svg, text } from './svg.mjs';

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
  const sizes = points.map(({ size }) => size);
  const across = axis(sizes, EDGE.left, WIDTH - EDGE.right);
  const up = axis(
    points.map(({ time }) => time),
    HEIGHT - EDGE.bottom,
    EDGE.top,
  );
  const dots = points.map(
    ({ size, time }) =>
      `<circle class="dot" cx="${round(across.place(size))}" cy="${round(up.place(time))}" r="3"/>`,
  );
  const ends = [Math.min(...sizes), Math.max(...sizes)].map((size) => {
    const time = growth.factor * size ** growth.exponent;
    return /** @type {const} */ ([across.place(size), up.place(time)]);
  });
  const [from = [0, 0], to = from] = ends;
  const description = `${points.length} points; ${x} across, ${y} up, both logarithmic; the line is ${y} = ${growth.factor.toPrecision(3)} × size ^ ${growth.exponent.toFixed(2)}`;
  return svg({ width: WIDTH, height: HEIGHT, title, description }, [
    text(WIDTH / 2, 22, title, { anchor: 'middle', kind: 'title' }),
    ...across.ticks.map((tick) => vertical(across.place(tick), tick)),
    ...up.ticks.map((tick) => horizontal(up.place(tick), tick)),
    `<clipPath id="axes"><rect x="${EDGE.left}" y="${EDGE.top}" width="${WIDTH - EDGE.left - EDGE.right}" height="${HEIGHT - EDGE.top - EDGE.bottom}"/></clipPath>`,
    `<g clip-path="url(#axes)">${line(from, to, 'fit')}</g>`,
    ...dots,
    text(WIDTH / 2, HEIGHT - 12, x, { anchor: 'middle' }),
    `<g transform="rotate(-90 16 ${HEIGHT / 2})">${text(16, HEIGHT / 2, y, { anchor: 'middle' })}</g>`,
  ]);
}

/** @param {readonly number[]} values above 0 @param {number} start @param {number} end */
function axis(values, start, end) {
  const powers = values.map(Math.log10);
  const [low, high] = [Math.floor(Math.min(...powers)), Math.ceil(Math.max(...powers))];
  const place = (/** @type {number} */ value) =>
    start + ((Math.log10(value) - low) / (high - low)) * (end - start);
  const ticks = Array.from({ length: high - low + 1 }, (_, index) => 10 ** (low + index));
  return { place, ticks };
}

/** @param {number} at @param {number} tick */
function vertical(at, tick) {
  const bottom = HEIGHT - EDGE.bottom;
  return `${line([at, EDGE.top], [at, bottom], 'grid')}${text(at, bottom + 18, short(tick), { anchor: 'middle' })}`;
}

/** @param {number} at @param {number} tick */
function horizontal(at, tick) {
  const right = WIDTH - EDGE.right;
  return `${line([EDGE.left, at], [right, at], 'grid')}${text(EDGE.left - 8, at + 4, short(tick), { anchor: 'end' })}`;
}

/** @param {number} value */
function short(value) {
  return value.toLocaleString('en', { notation: 'compact', maximumFractionDigits: 3 });
}
