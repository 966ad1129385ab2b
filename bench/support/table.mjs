// @ts-check

/** @typedef {readonly (readonly string[])[]} Rows the first one holds the headings; all but the first column are figures */

/** Columns side by side, for a terminal. @param {Rows} rows */
export function textTable(rows) {
  const widths = widthsOf(rows);
  return rows
    .map((row) =>
      row
        .map((cell, at) => pad(cell, widths[at] ?? 0, at))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** @param {Rows} rows */
export function markdownTable(rows) {
  const [headings = [], ...others] = rows;
  const rule = headings.map((_, at) => (at === 0 ? '---' : '--:'));
  return [headings, rule, ...others]
    .map((row) => `| ${row.map(escapePipes).join(' | ')} |`)
    .join('\n');
}

/** @param {Rows} rows */
function widthsOf(rows) {
  const columns = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, at) =>
    Math.max(...rows.map((row) => row[at]?.length ?? 0)),
  );
}

/** @param {string} cell @param {number} width @param {number} column */
function pad(cell, width, column) {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

/** @param {string} cell */
function escapePipes(cell) {
  return cell.replaceAll('|', '\\|');
}
