import { htmlAddress, htmlText } from '../../text/html.ts';
import type { Block, Inline, ListItem, Page, Row, Text } from '../page.ts';
import { STYLE } from './style.ts';
import { figure } from './svg.ts';

/** Nothing is loaded and nothing runs: the browser is told so (Content Security Policy Level 3). */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * A page as one HTML file that loads nothing.
 *
 * @param mark - a comment of ours, which tells the file from somebody else's
 */
export function htmlPage({ lang, title, blocks }: Page, mark: string, contents: string): string {
  const printer = new Printer();
  const body = blocks.map((block) => printer.block(block));
  return [
    '<!doctype html>',
    mark,
    `<html lang="${lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<link rel="icon" href="data:,">',
    `<title>${htmlText(title)}</title>`,
    `<style>\n${STYLE}\n</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${htmlText(title)}</h1>`,
    ...body.slice(0, 1),
    navigation(printer.headings, contents),
    ...body.slice(1),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

interface Heading {
  readonly id: string;
  readonly text: string;
}

function navigation(headings: readonly Heading[], contents: string): string {
  const items = headings.map(({ id, text }) => `<li><a href="#${id}">${htmlText(text)}</a></li>`);
  return `<nav aria-label="${htmlText(contents)}">\n<ul>\n${items.join('\n')}\n</ul>\n</nav>`;
}

/** Prints blocks one after the other; what scrolls is named after the heading above it. */
class Printer {
  readonly headings: Heading[] = [];
  #figures = 0;
  #regions = 0;
  #above = '';

  block(block: Block): string {
    switch (block.kind) {
      case 'heading':
        return this.#heading(block.level, block.text);
      case 'paragraph':
        return `<p>${inline(block.text)}</p>`;
      case 'callout':
        return `<div class="callout ${block.tone}">${inline(block.text)}</div>`;
      case 'list': {
        const name = block.ordered ? 'ol' : 'ul';
        return `<${name}>\n${block.items.map((item) => this.#item(item)).join('\n')}\n</${name}>`;
      }
      case 'table':
        return this.#scrolling(tableOf(block.columns, block.rows));
      case 'code':
        return this.#code(block.text);
      case 'figure':
        this.#figures += 1;
        return figure(block.diagram, `figure${this.#figures}`);
      default:
        return block.blocks.map((inner) => this.block(inner)).join('\n');
    }
  }

  #heading(level: 2 | 3 | 4, text: string): string {
    this.#above = text;
    if (level > 2) return `<h${level}>${htmlText(text)}</h${level}>`;
    const id = `section${this.headings.length + 1}`;
    this.headings.push({ id, text });
    return `<h2 id="${id}">${htmlText(text)}</h2>`;
  }

  #item({ text, command }: ListItem): string {
    return `<li>${inline(text)}${command === undefined ? '' : `\n${this.#code(command)}`}</li>`;
  }

  #code(text: string): string {
    return `<pre ${this.#focusable()}><code>${htmlText(text)}</code></pre>`;
  }

  #scrolling(content: string): string {
    return `<div class="scroll" ${this.#focusable()}>\n${content}\n</div>`;
  }

  /** What scrolls must be reached by keyboard (WCAG 2.2, 2.1.1), and regions must have names of their own. */
  #focusable(): string {
    this.#regions += 1;
    return `tabindex="0" role="region" aria-label="${htmlText(`${this.#above} (${this.#regions})`)}"`;
  }
}

function tableOf(columns: readonly string[], rows: readonly Row[]): string {
  const head = columns.map((column) => `<th scope="col">${htmlText(column)}</th>`).join('');
  const body = rows.map(
    (row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`,
  );
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

function inline(text: Text): string {
  return text.map(piece).join('');
}

function piece(part: Inline): string {
  if (typeof part === 'string') return htmlText(part);
  if ('code' in part) return `<code>${htmlText(part.code)}</code>`;
  if ('strong' in part) return `<strong>${htmlText(part.strong)}</strong>`;
  return `<a href="${htmlAddress(part.url)}">${htmlText(part.link)}</a>`;
}
