import process from 'node:process';
import Generator from 'yeoman-generator';
import { runAssessment } from '../../src/assessment/command.ts';
import { assessmentHelp } from '../../src/assessment/flags.ts';
import { yoCommandLine } from '../../src/command-line/yo-command-line.ts';
import { type Host, thisProcess } from '../../src/run/host.ts';

type Options = ConstructorParameters<typeof Generator>[1] & {
  /** The world outside; tests give their own. */
  readonly host?: Host;
};

/** The `assess` generator: judges whether a service should move, and writes no project. */
export default class extends Generator {
  readonly #words: readonly string[];
  readonly #host: Host;

  constructor(args: string[], options: Options) {
    super(args, { ...options, localConfigOnly: true });
    this.#host = options.host ?? thisProcess();
    this.#words = yoCommandLine(process.argv, isUs) ?? args;
    const log = Object.assign(() => log, this.log, { error: () => log });
    Object.defineProperty(this, 'log', { value: log });
    this.setFeatures({ customInstallTask: true });
  }

  override help(): string {
    return assessmentHelp();
  }

  initializing(): Promise<void> {
    return runAssessment(this.#words, this.#host);
  }
}

function isUs(word: string): boolean {
  return /^(?:generator-)?wasm-component:assess$/u.test(word);
}
