/** An XML element that knows where it stands. Entities and namespaces are left as they are written. */
export interface Element {
  readonly name: string;
  readonly offset: number;
  readonly children: readonly Element[];
  /** The text in it, without that of its children, trimmed. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly offset: number;
  readonly children: Element[];
  text: string;
}

const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<!\[CDATA\[([\s\S]*?)(?:\]\]>|$)|<[!?][^>]*>|<(\/?)([\w:.-]+)[^<>]*?(\/?)>|[^<]+|</gu;

/** The elements of an XML text. Never fails: what isn't closed ends with the text, and a DOCTYPE is never resolved. */
export function parseXml(text: string): Element {
  const root: Open = { name: '', offset: 0, children: [], text: '' };
  const stack = [root];
  for (const match of text.matchAll(TOKEN)) {
    const [token, data, closing, name, selfClosing] = match;
    const parent = stack.at(-1) ?? root;
    if (name === undefined) {
      if (data !== undefined) parent.text += data;
      else if (!token.startsWith('<')) parent.text += token;
    } else if (closing) close(stack, name);
    else {
      const element: Open = { name, offset: match.index, children: [], text: '' };
      parent.children.push(element);
      if (!selfClosing) stack.push(element);
    }
  }
  close(stack, '');
  return root;
}

function close(stack: Open[], name: string): void {
  const index = stack.findLastIndex((open) => open.name === name);
  if (index < 0) return;
  for (const open of stack.splice(Math.max(index, 1))) open.text = open.text.trim();
}

/** Elements under a path of names. */
export function elements(parent: Element, ...path: string[]): Element[] {
  return path.reduce<Element[]>(
    (found, name) =>
      found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [parent],
  );
}
