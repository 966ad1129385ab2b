import process from 'node:process';
import Generator from 'yeoman-generator';
import { yoCommandLine } from '../command-line/yo-command-line.ts';
import { type Command, runCommand } from './command.ts';
import { type Host, thisProcess } from './host.ts';

type Options = ConstructorParameters<typeof Generator>[1] & {
  /** The world outside; tests give their own. */
  readonly host?: Host;
};

/** The sub-generator through which `yo` runs a command: `yo wasm-component:NAME`. */
export function commandGenerator(command: Command): typeof Generator {
  const generator = class extends Generator {
    readonly #words: readonly string[];
    readonly #host: Host;

    constructor(args: string[], options: Options) {
      super(args, { ...options, localConfigOnly: true });
      const names = (word: string) =>
        word.replace(/^generator-/u, '') === `wasm-component:${command.name}`;
      this.#host = options.host ?? thisProcess();
      this.#words = yoCommandLine(process.argv, names) ?? args;
      // Yeoman would tell which method failed, before the failure itself.
      const log = Object.assign(() => log, this.log, { error: () => log });
      Object.defineProperty(this, 'log', { value: log });
      this.setFeatures({ customInstallTask: true });
    }

    override help(): string {
      return command.help();
    }

    initializing(): Promise<void> {
      return runCommand(command, this.#words, this.#host);
    }
  };
  // Yeoman's types do not see a subclass as one where an absent property may not be `undefined`.
  return generator as unknown as typeof Generator;
}
