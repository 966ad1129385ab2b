import { type ChildProcess, type ForkOptions, fork } from 'node:child_process';

/**
 * A program of ours that gets its job by a message. It can be started before the job is known: it loads its tools while
 * this process reads and plans. Node's flags are not handed down to it.
 */
export class EarlyProcess {
  readonly #program: string;
  #ready: ChildProcess | undefined;

  /** @param program - path of a module that waits for a message, and ends when this process does */
  constructor(program: string) {
    this.#program = program;
  }

  /** Starts it, unless it is there. Until it is taken it does not keep this process from ending. */
  prepare(): void {
    if (this.#ready !== undefined) return;
    const started = this.#start();
    this.#ready = started;
    setReferences(started, 'unref');
    const forget = (): void => {
      if (this.#ready === started) this.#ready = undefined;
    };
    // One that could not be started, or has ended, is started again when it is wanted: then its end is told.
    started.once('error', forget).once('exit', forget);
  }

  /** The one that is ready, else a new one; from now on it is the caller's. */
  take(): ChildProcess {
    const ready = this.#ready;
    this.#ready = undefined;
    if (ready === undefined) return this.#start();
    setReferences(ready, 'ref');
    return ready;
  }

  #start(): ChildProcess {
    const options: ForkOptions = { execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] };
    return fork(this.#program, options);
  }
}

function setReferences(child: ChildProcess, change: 'ref' | 'unref'): void {
  child[change]();
  child.channel?.[change]();
  // A child's pipes are sockets, which its type doesn't tell.
  for (const stream of [child.stdout, child.stderr]) {
    (stream as Partial<Record<typeof change, () => void>> | null)?.[change]?.();
  }
}
