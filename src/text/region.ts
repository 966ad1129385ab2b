/**
 * Regions of a Markdown file between two comments, which a later step fills in. What stands in one is nobody's edit: it is
 * no part of the file's fingerprint.
 */
export function regionMarks(name: string): readonly [string, string] {
  return [`<!-- filled in: ${name} -->`, `<!-- /filled in: ${name} -->`];
}

/** The text with its regions empty. */
export function withoutRegions(text: string): string {
  return text.replace(/(<!-- filled in: ([a-z]+) -->)[\s\S]*?(<!-- \/filled in: \2 -->)/gu, '$1$3');
}

/** What stands in a region; `undefined` when the text has none of that name. */
export function regionOf(text: string, name: string): string | undefined {
  const [open, close] = regionMarks(name);
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  return start < 0 || end < 0 ? undefined : text.slice(start + open.length, end).trim();
}

/** The text with other content in a region; line ends are those of the text. */
export function fillRegion(text: string, name: string, content: string): string {
  const [open, close] = regionMarks(name);
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0) return text;
  const filled = `${open}\n\n${content.trim()}\n\n`;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return text.slice(0, start) + filled.replaceAll('\n', eol) + text.slice(end);
}
