import { mdCode, mdCodeLine, mdFence, mdText } from '../text/markdown.ts';
import { mermaid } from './diagram/mermaid.ts';
import type { Block, Inline, ListItem, Page, Row, Text, Tone } from './page.ts';

/** A page as GitHub Flavored Markdown, with a comment as its first line. */
export function markdownPage({ title, blocks }: Page, mark: string): string {
  return `${[mark, `# ${mdText(title)}`, ...blocks.map(blockText)].join('\n\n')}\n`;
}

/** The marks of a region: a later step replaces what stands between them. */
export function regionMarks(name: string): readonly [string, string] {
  return [`<!-- ${name} -->`, `<!-- /${name} -->`];
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
    line(columns.map(mdText)),
    `|${columns.map(() => '---').join('|')}|`,
    ...rows.map((row) => line(row.map(inlineText))),
  ].join('\n');
}

function inlineText(text: Text): string {
  return text.map(pieceText).join('');
}

function pieceText(piece: Inline): string {
  if (typeof piece === 'string') return spaced(piece, mdText);
  if ('code' in piece) return mdCode(piece.code);
  if ('strong' in piece) return `**${mdText(piece.strong)}**`;
  return `[${mdText(piece.link)}](${piece.url})`;
}

/** The encoder is for whole lines and drops blanks around them; between two pieces they matter. */
function spaced(text: string, encode: (text: string) => string): string {
  const [before, after] = [/^\s/u.test(text) ? ' ' : '', /\S\s+$/u.test(text) ? ' ' : ''];
  return `${before}${encode(text)}${after}`;
}
