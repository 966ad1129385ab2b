import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Generator from 'yeoman-generator';
import { type CommandLine, readCommandLine } from '../../src/command-line/command-line.ts';
import { helpText } from '../../src/command-line/help.ts';
import { readHostOptions } from '../../src/command-line/host-options.ts';
import { yoCommandLine } from '../../src/command-line/yo-command-line.ts';
import { type Host, thisProcess } from '../../src/run/host.ts';
import { Run } from '../../src/run/run.ts';
import { type Services, services } from '../../src/run/services.ts';

type Options = ConstructorParameters<typeof Generator>[1] & {
  /** The words of our own bin's command line. */
  readonly words?: readonly string[];
  /** The world outside, and what the run calls on; tests give their own. */
  readonly host?: Host;
  readonly services?: Services;
  readonly json?: unknown;
};

/** The `app` generator: each queue method is one phase of the run. */
export default class extends Generator {
  readonly #run: Run;
  readonly #readLine: () => CommandLine;
  /** Whether a command line that can't be read asks for JSON. */
  readonly #wantsJson: boolean;

  constructor(args: string[], options: Options) {
    // Global storage is never used; looking for it in a home that can't be read would end the run (yo as root does so).
    super(args, { ...options, localConfigOnly: true }, { tasksMatchingPriority: true });
    const host = options.host ?? thisProcess();
    this.#run = new Run(host, options.services ?? services);
    const words = options.words ?? yoCommandLine(process.argv, isUs);
    this.#wantsJson = words?.includes('--json') ?? options.json === true;
    this.#readLine = () =>
      words === undefined
        ? readHostOptions(args, { ...options }, host.cwd)
        : readCommandLine(words, host.cwd);
    // Yeoman would tell which method failed, before the failure itself.
    const log = Object.assign(() => log, this.log, { error: () => log });
    Object.defineProperty(this, 'log', { value: log });
    this.setFeatures({ customCommitTask: () => this.#commit(), customInstallTask: true });
  }

  override help(): string {
    return helpText();
  }

  initializing(): Promise<void> {
    return this.#run.start(this.#readLine, this.#wantsJson);
  }

  prompting(): Promise<void> {
    return this.#run.ask(this.env.adapter);
  }

  default(): Promise<void> {
    return this.#run.understand();
  }

  writing(): Promise<void> {
    return this.#run.decide(this.fs);
  }

  install(): Promise<void> {
    return this.#run.install();
  }

  end(): Promise<void> {
    return this.#run.finish();
  }

  /** In the place of Yeoman's own commit, which writes file by file; that one then writes what others left. */
  async #commit(): Promise<void> {
    const { sharedFs } = this.env;
    await this.#run.commit(sharedFs);
    if (!sharedFs.all().some((file) => 'state' in file && file.state !== undefined)) return;
    const { commitSharedFsTask } = await import('yeoman-environment');
    await commitSharedFsTask(this.env);
  }
}

/** Whether a word on the command line of `yo` names this generator. */
function isUs(word: string): boolean {
  if (/^(?:generator-)?wasm-component(?::app)?$/u.test(word)) return true;
  if (!word.startsWith('.') && !word.startsWith('/')) return false;
  try {
    const here = realpathSync(fileURLToPath(import.meta.url));
    return here.startsWith(realpathSync(resolve(word)));
  } catch {
    return false;
  }
}
