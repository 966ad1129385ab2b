import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Play {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** What to wait for, and the keys to press then. */
  readonly steps: readonly (readonly [text: string, keys: string])[];
}

export interface Played {
  readonly status: number;
  readonly screen: string;
  /** The text that never came. */
  readonly missed: string | null;
}

export const KEYS = { enter: '\r', up: '\u001b[A', down: '\u001b[B', interrupt: '\u0003' } as const;

/** Whether a real terminal can be had: Python's `pty` makes it, because Node has none. */
export const hasTerminal =
  process.platform !== 'win32' && spawnSync('python3', ['-c', 'import pty']).status === 0;

/** Runs a program in a terminal and plays its user. */
export function play(script: Play): Played {
  const driver = fileURLToPath(new URL('play.py', import.meta.url));
  const output = execFileSync('python3', [driver, JSON.stringify(script)], { encoding: 'utf8' });
  return JSON.parse(output);
}
