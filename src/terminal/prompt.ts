import { cancelled } from './failure.ts';

/** One prompt, as Inquirer and Yeoman's adapters take it. */
export interface Prompt {
  readonly type: 'input' | 'select' | 'checkbox' | 'confirm';
  readonly name: string;
  readonly message: string;
  readonly default?: string | boolean;
  readonly choices?: readonly {
    readonly name: string;
    readonly value: string;
    /** Of a checkbox. */
    readonly checked?: boolean;
  }[];
  readonly validate?: (text: string) => Promise<true | string>;
}

/**
 * Asks the user.
 *
 * @throws Failure (code 130) when the user cancels
 */
export type Ask = (prompt: Prompt) => Promise<unknown>;

/** The part of Yeoman's adapters that asks. */
export interface PromptAdapter {
  prompt(questions: readonly Prompt[]): Promise<Readonly<Record<string, unknown>>>;
}

export interface Terminal {
  readonly stdin: NodeJS.ReadStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * How to ask the user, or `undefined` when nobody is there: no terminal on stdin or stderr, `CI` set, or `--yes`.
 *
 * In a terminal the prompts are our own: Yeoman's adapter writes them to stdout, which belongs to `--json`, and lets
 * Ctrl-C end the environment before a generator can say how (`TerminalAdapter.prompt`, @yeoman/adapter 4.0.2). A host
 * that brings another adapter (Yeoman UI, yeoman-test) asks in its own way.
 */
export function chooseAsk(
  adapter: unknown,
  terminal: Terminal,
  options: { readonly yes: boolean },
): Ask | undefined {
  if (options.yes) return undefined;
  if (isPromptAdapter(adapter) && !isTerminalAdapter(adapter)) {
    return async (prompt) => (await adapter.prompt([prompt]))[prompt.name];
  }
  const { stdin, stderr, env } = terminal;
  const isThere = stdin.isTTY === true && stderr.isTTY === true && !isCi(env);
  return isThere ? askIn(terminal) : undefined;
}

/** `CI` is set, and to something: `CI=false` is how people say that it is none. */
export function isCi(env: Terminal['env']): boolean {
  return !['', 'false', '0', undefined].includes(env.CI);
}

function askIn({ stdin, stderr }: Terminal): Ask {
  return async (prompt) => {
    const { createPromptModule } = await import('inquirer');
    const ask = createPromptModule({ input: stdin, output: stderr });
    try {
      // Inquirer's question types are a union that a value chosen at run time can't narrow to.
      const answers = await ask([prompt as never]);
      return (answers as Readonly<Record<string, unknown>>)[prompt.name];
    } catch (error) {
      // Ctrl-C and a closed terminal (@inquirer/core, `ExitPromptError`).
      if (error instanceof Error && error.name === 'ExitPromptError') throw cancelled();
      throw error;
    }
  };
}

function isPromptAdapter(adapter: unknown): adapter is PromptAdapter {
  return typeof adapter === 'object' && adapter !== null && 'prompt' in adapter;
}

/** `TerminalAdapter` by its streams, alone or inside a `QueuedAdapter`: `yo` brings its own copy of the classes. */
function isTerminalAdapter(adapter: object): boolean {
  const actual = 'actualAdapter' in adapter ? adapter.actualAdapter : adapter;
  return typeof actual === 'object' && actual !== null && 'stdin' in actual && 'stdout' in actual;
}
