import { mdCode, mdCodeLine, mdFence, mdText } from '../text/markdown.ts';
import { regionMarks } from '../text/region.ts';
import { mermaid } from './diagram/mermaid.ts';
import type { Block, Inline, ListItem, Page, Row, Text, Tone } from './page.ts';

/** A page as GitHub Flavored Markdown, with a comment as its first line. */
export function markdownPage({ title, blocks }: Page, mark: string): string {
  return `${[mark, `# ${mdText(title)}`, ...blocks.map(blockText)].join('\n\n')}\n`;
}

/** Alerts of GitHub (docs.github.com, "Basic writing and formatting syntax", 2026). */
const ALERTS: Readonly<Record<Tone, string>> = {
  good: 'NOTE',
  mixed: 'IMPORTANT',
  bad: 'WARNING',
};

export function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${mdText(block.text)}`;
    case 'paragraph':
      return inlineText(block.text);
    case 'callout':
      return `> [!${ALERTS[block.tone]}]\n> ${inlineText(block.text)}`;
    case 'list':
      return block.items.map((item, index) => itemText(item, block.ordered, index)).join('\n');
    case 'table':
      return tableText(block.columns, block.rows);
    case 'code':
      return mdFence(block.language, block.text);
    case 'figure':
      return mdFence('mermaid', mermaid(block.diagram));
    default: {
      const [open, close] = regionMarks(block.name);
      return [open, ...block.blocks.map(blockText), close].join('\n\n');
    }
  }
}

function itemText({ text, command }: ListItem, ordered: boolean, index: number): string {
  const mark = ordered ? `${index + 1}. ` : '- ';
  const indent = ' '.repeat(mark.length);
  const fence =
    command === undefined
      ? ''
      : `\n\n${indent}\`\`\`sh\n${command
          .split('\n')
          .map((line) => `${indent}${mdCodeLine(line)}\n`)
          .join('')}${indent}\`\`\``;
  return `${mark}${inlineText(text)}${fence}`;
}

function tableText(columns: readonly string[], rows: readonly Row[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(inLine)),
    `|${columns.map(() => '---').join('|')}|`,
    ...rows.map((row) => line(row.map(cellText))),
  ].join('\n');
}

/** Text at the beginning of a line. */
function inlineText(text: Text): string {
  return text.map((piece, index) => pieceText(piece, index === 0 ? mdText : inLine)).join('');
}

/** Text that something stands before: a cell's bar, another piece. */
function cellText(text: Text): string {
  return text.map((piece) => pieceText(piece, inLine)).join('');
}

function pieceText(piece: Inline, encode: (text: string) => string): string {
  if (typeof piece === 'string') return `${encode(piece)}${/\s$/u.test(piece) ? ' ' : ''}`;
  if ('code' in piece) return mdCode(piece.code);
  if ('strong' in piece) return `**${inLine(piece.strong)}**`;
  return `[${inLine(piece.link)}](${piece.url})`;
}

/** What ends a list's mark or a heading's at the beginning of a line means nothing after a letter. */
function inLine(text: string): string {
  return mdText(`x${text}`).slice(1);
}
