/** Where a parser stood when it gave up, in the terms of `winnow`'s ContextError, which `toml` 0.8 shows. */
export interface Context {
  /** What was being read: `basic string`. */
  readonly label?: string;
  /** What could have stood there, from the inside out. */
  readonly expected?: readonly string[];
  /** Why it was refused although it could be read. */
  readonly cause?: string;
}

/** Why a text is no TOML: thrown where nothing else could be meant, returned where another reading is still open. */
export class TomlRefusal extends Error {
  readonly context: Context;
  /** In UTF-16 units from the start of the text. */
  readonly at: number;

  constructor(context: Context, at: number) {
    super(describe(context));
    this.context = context;
    this.at = at;
  }
}

/** As Spin prints it below the line with the caret; where it prints nothing there, what it prints above. */
function describe({ label, expected = [], cause }: Context): string {
  const told = [
    ...(label === undefined ? [] : [`invalid ${label}`]),
    ...(expected.length === 0 ? [] : [`expected ${expected.join(', ')}`]),
    ...(cause === undefined ? [] : [cause]),
  ];
  return told.length === 0 ? 'TOML parse error' : told.join('\n');
}

/** What to do about a refusal, where the parser's words leave that open. */
export function adviceFor({ context, at }: TomlRefusal, text: string): string {
  const { label, cause } = context;
  if (cause?.includes('duplicate key') === true) return 'Write each key and each table once.';
  if (label === 'inline table') {
    return 'An inline table ends on its line, without a comma before its `}` (TOML 1.0).';
  }
  if (label === 'string') return 'Text stands in quotes: "…".';
  if (label === 'key') return 'A key with other characters than A-Z a-z 0-9 _ - stands in quotes.';
  if (at >= text.length) return 'The file ends here, in the middle of something.';
  const isControl = /\p{Cc}/u.test(text.charAt(at));
  if (isControl) return 'Control characters are not allowed; lines end in LF or CR LF.';
  return 'Spin reads TOML 1.0 (toml.io/en/v1.0.0).';
}
