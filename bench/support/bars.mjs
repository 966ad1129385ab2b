// @ts-check
/** Charts of bars that lie, one a contender, from zero. */
import { line, round, svg, text } from './svg.mjs';

/** @typedef {import('./statistics.mjs').Spread} Spread */
/** @typedef {{ label: string, spread: Spread, ours: boolean }} Bar */
/** @typedef {{ name: string, unit: string, digits: number, bars: readonly Bar[] }} Panel with a scale of its own */

const WIDTH = 800;
/** Of a row, of a panel's name, and of the end of a line from least to most. */
const [ROW, HEADING, WHISKER] = [26, 30, 8];
const [TOP, BOTTOM, LEFT, RIGHT] = [48, 10, 350, 70];

/**
 * Each bar has its median beside it, and a line from its least to its most.
 *
 * @param {string} title @param {readonly Panel[]} panels one below the other
 */
export function barChart(title, panels) {
  let y = TOP;
  const parts = panels.flatMap((panel) => {
    const drawn = panelAt(y, panel);
    y += HEADING + panel.bars.length * ROW;
    return drawn;
  });
  const description = panels.map(wordsOf).join('. ');
  return svg({ width: WIDTH, height: y + BOTTOM, title, description }, [
    text(10, 24, title, { kind: 'title' }),
    text(10, 42, 'median; the line goes from least to most; less is better', { kind: 'quiet' }),
    ...parts,
  ]);
}

/** @param {number} top @param {Panel} panel */
function panelAt(top, { name, unit, digits, bars }) {
  const most = Math.max(...bars.map(({ spread }) => spread.max));
  const scale = (WIDTH - LEFT - RIGHT) / most;
  return [
    text(LEFT, top + 20, `${name}, ${unit}`, { kind: 'quiet' }),
    ...bars.flatMap((bar, index) => row(bar, top + HEADING + index * ROW, scale, digits)),
  ];
}

/** @param {Bar} bar @param {number} y @param {number} scale @param {number} digits */
function row({ label, spread, ours }, y, scale, digits) {
  const look = ours ? { kind: 'ours' } : {};
  const to = LEFT + spread.max * scale;
  return [
    text(LEFT - 10, y + 16, label, { anchor: 'end', ...look }),
    `<rect class="${ours ? 'bar ours' : 'bar'}" x="${LEFT}" y="${y + 2}" width="${round(spread.median * scale)}" height="${ROW - 8}"/>`,
    ...(spread.min === spread.max ? [] : whisker(LEFT + spread.min * scale, to, y + 11)),
    text(to + 8, y + 16, spread.median.toFixed(digits), look),
  ];
}

/** @param {number} from @param {number} to @param {number} y */
function whisker(from, to, y) {
  const ends = [from, to].map((x) => line([x, y - WHISKER / 2], [x, y + WHISKER / 2], 'line'));
  return [line([from, y], [to, y], 'line'), ...ends];
}

/** @param {Panel} panel */
function wordsOf({ name, unit, digits, bars }) {
  const each = bars.map(({ label, spread: { min, median, max } }) => {
    const [least, middle, most] = [min, median, max].map((value) => value.toFixed(digits));
    return `${label} ${middle}${least === most ? '' : ` (${least} to ${most})`}`;
  });
  return `${name}, ${unit}: ${each.join('; ')}`;
}
