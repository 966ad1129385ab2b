import { HIDDEN } from './hidden.ts';
import { oneLine } from './one-line.ts';

/**
 * Encoder for a quoted label of a Mermaid diagram: what Mermaid, Markdown in labels or HTML could act on becomes a numeric
 * entity code, which Mermaid writes with `#` (Mermaid documentation, flowchart, "Entity codes to escape characters").
 */
export function mermaidText(text: string): string {
  return oneLine(text.replace(HIDDEN, ' ')).replace(
    /[^\p{L}\p{N} .,:/()-]/gu,
    (character) => `#${character.codePointAt(0)};`,
  );
}
