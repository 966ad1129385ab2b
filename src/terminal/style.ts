import { styleText } from 'node:util';

/** How text looks on one stream: colours and symbols, or neither. */
export interface Style {
  readonly symbols: Symbols;
  bold(text: string): string;
  dim(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  red(text: string): string;
}

export interface Symbols {
  readonly done: string;
  readonly failed: string;
  readonly warning: string;
  readonly note: string;
  readonly spinner: readonly string[];
}

const UNICODE: Symbols = {
  done: '✔',
  failed: '✖',
  warning: '⚠',
  note: '·',
  spinner: ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'],
};

const ASCII: Symbols = {
  done: 'ok',
  failed: 'x',
  warning: '!',
  note: '-',
  spinner: ['|', '/', '-', '\\'],
};

export function createStyle(look: { readonly color: boolean; readonly unicode: boolean }): Style {
  // `validateStream` would look at stdout, whatever stream the text is for (Node 22.13 `util.styleText`).
  const paint = (format: Parameters<typeof styleText>[0]) => (text: string) =>
    look.color ? styleText(format, text, { validateStream: false }) : text;
  return {
    symbols: look.unicode ? UNICODE : ASCII,
    bold: paint('bold'),
    dim: paint('dim'),
    green: paint('green'),
    yellow: paint('yellow'),
    red: paint('red'),
  };
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Colours in a terminal, unless `NO_COLOR` is set to anything (no-color.org); `FORCE_COLOR` asks for them in a pipe.
 */
export function wantsColor(stream: { readonly isTTY?: boolean }, env: Environment): boolean {
  if (isSet(env.NO_COLOR)) return false;
  if (isSet(env.FORCE_COLOR)) return env.FORCE_COLOR !== '0';
  return stream.isTTY === true && env.TERM !== 'dumb';
}

/** Linux consoles, `TERM=dumb`, the C locale and old Windows consoles get ASCII. */
export function wantsUnicode(env: Environment, platform: NodeJS.Platform): boolean {
  if (platform === 'win32') return isSet(env.WT_SESSION) || isSet(env.TERM_PROGRAM);
  if (env.TERM === 'dumb' || env.TERM === 'linux') return false;
  const locale = [env.LC_ALL, env.LC_CTYPE, env.LANG].find(isSet);
  return locale === undefined || !/^(?:C|POSIX)$/u.test(locale);
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
