/**
 * The encoder for documentation in WIT: any text of a document becomes `///` lines that the parser takes.
 */

const WIDTH = 100;

/**
 * Characters that wit-parser refuses anywhere in a file, also in comments (wasm-tools 1.262, `ast/lex.rs`): control
 * codes, bidirectional controls, and code points that Unicode deprecates. Lone surrogates have no UTF-8, and a byte
 * order mark is invisible.
 */
const REFUSED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u0149\u0673\u0F77\u0F79\u17A3\u17A4\u17B4\u17B5\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/gu;

/**
 * Documentation as WIT lines, each with its own `///`, wrapped where that doesn't change its Markdown.
 *
 * @param docs - any text; line breaks of any kind
 * @param indent - what each line starts with
 */
export function docLines(docs: string | undefined, indent: string): readonly string[] {
  if (docs === undefined) return [];
  const width = WIDTH - indent.length - '/// '.length;
  return wrapped(cleaned(docs), width).map((line) =>
    line === '' ? `${indent}///` : `${indent}/// ${line}`,
  );
}

function cleaned(docs: string): readonly string[] {
  return docs
    .split(/\r\n|[\n\r\u2028\u2029\u0085]/u)
    .map((line) => line.replaceAll('\t', '    ').replace(REFUSED, '').trimEnd());
}

/** Breaks long lines of paragraphs and lists; code blocks and tables stay as they are. */
function wrapped(lines: readonly string[], width: number): readonly string[] {
  let inFence = false;
  return lines.flatMap((line) => {
    if (/^\s*(?:```|~~~)/u.test(line)) inFence = !inFence;
    if (inFence || line.length <= width || /^(?: {4}|\s*\|)/u.test(line)) return [line];
    return wrap(line, width);
  });
}

function wrap(line: string, width: number): readonly string[] {
  const hanging = ' '.repeat(/^\s*(?:[-*+] |\d+[.)] )?/u.exec(line)?.[0].length ?? 0);
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/(?<=\S) +/u)) {
    const longer = current === '' ? word : `${current} ${word}`;
    // A word that would start a list, a heading or a quote stays on its line.
    if (longer.length <= width || current.trim() === '' || /^(?:[-*+>#]|\d+[.)])/u.test(word)) {
      current = longer;
    } else {
      lines.push(current);
      current = hanging + word;
    }
  }
  return [...lines, current];
}
