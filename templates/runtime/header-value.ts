/** `form-data; name="a"`: a value and its parameters, names in lower case. */
export interface HeaderValue {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** `; name=value` or `; name="quoted"` (RFC 9110 §5.6.6), or a `;` with nothing after it. */
const PARAMETER =
  /;[ \t]*(?:([\w!#$%&'*+.^`|~-]+)=(?:"((?:[^"\\]|\\[\s\S])*)"|([^\s";]*)))?[ \t]*/y;

/** Takes a header's value apart; undefined when it is malformed, or has a parameter twice. */
export function headerValue(text: string): HeaderValue | undefined {
  const semicolon = text.indexOf(';');
  const end = semicolon === -1 ? text.length : semicolon;
  const parameters = new Map<string, string>();
  PARAMETER.lastIndex = end;
  for (let at = end; at < text.length; at = PARAMETER.lastIndex) {
    const match = PARAMETER.exec(text);
    if (match === null) return undefined;
    const [, name, quoted, token = ''] = match;
    if (name === undefined) continue;
    const key = name.toLowerCase();
    if (parameters.has(key)) return undefined;
    parameters.set(key, quoted === undefined ? token : unquoted(quoted));
  }
  return { value: text.slice(0, end).trim().toLowerCase(), parameters };
}

/** Other backslashes stay: old browsers send a whole path as the file's name, `C:\photos\a.png`. */
function unquoted(text: string): string {
  return text.replace(/\\(["\\])/g, '$1');
}

/** RFC 9110 §5.5, and what a `Headers` object takes: visible Latin-1, blanks and tabs. */
export function isHeaderText(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}
