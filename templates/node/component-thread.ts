/** A thread that runs the component for component-host.ts, and what it says of the component. */
import { inspect } from 'node:util';
import { Worker } from 'node:worker_threads';

/** The error case of a function's WIT `result`: `payload` is `{ tag, val }` as the function threw it. */
export class ComponentError extends Error {
  override readonly name = 'ComponentError';
  readonly payload: unknown;

  constructor(payload: unknown) {
    super(`The function answered with its error ${inspect(payload, { depth: 4 })}`);
    this.payload = payload;
  }
}

/** The component trapped, took too long, or took its thread down. */
export class ComponentFault extends Error {
  override readonly name = 'ComponentFault';
  readonly kind: 'trap' | 'timeout' | 'crash';

  constructor(kind: 'trap' | 'timeout' | 'crash', message: string) {
    super(message);
    this.kind = kind;
  }
}

/** A request as component-worker.mjs takes it. */
export interface ReceivedMessage {
  readonly method: string;
  readonly path: string;
  readonly authority: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** A function of an exported interface, called with these values. */
export interface Call {
  readonly door: string;
  readonly name: string;
  readonly values: readonly unknown[];
}

export type Job =
  | { readonly kind: 'request'; readonly message: ReceivedMessage }
  | { readonly kind: 'message'; readonly payload: Uint8Array }
  | { readonly kind: 'instantiate'; readonly instance: number }
  /** Without an instance it gets one of its own. */
  | ({ readonly kind: 'call'; readonly instance?: number } & Call);

/** What the thread says when it is done with a job. */
type Answer =
  | { readonly prepared: unknown }
  | { readonly value: unknown }
  | { readonly thrown: { readonly message: string; readonly payload?: unknown } };

/** What every thread of one component starts from. */
export interface Source {
  readonly component: Uint8Array;
  /** What the first thread made of it: transpiled and compiled. */
  prepared?: unknown;
  readonly surroundings: { readonly hosts: readonly string[]; readonly grants?: object };
  /** Milliseconds that one job may take. */
  readonly timeout: number;
  /** Takes what the component prints. */
  print(text: string): void;
}

/** Preparing compiles more than 10 MB of engine: that time is the machine's, not the guest's. */
const PREPARATION_TIMEOUT = 300_000;

/**
 * The thread that runs the guest (component-worker.mjs), one job at a time. A guest can't be interrupted from within,
 * so a job that takes too long costs the thread; the next job starts another from what the first one prepared.
 */
export class ComponentThread {
  #waiting = 0;
  #worker: Worker | undefined;
  #stopped = false;
  #queue: Promise<unknown> = Promise.resolve();
  #settle: ((outcome: Answer | ComponentFault) => void) | undefined;
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  /** How many jobs are not done. */
  get waiting(): number {
    return this.#waiting;
  }

  async start(): Promise<Worker> {
    const { component, prepared, surroundings } = this.#source;
    const task = prepared === undefined ? { component } : { prepared };
    const worker = new Worker(new URL('./component-worker.mjs', import.meta.url), {
      workerData: { ...task, ...surroundings },
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    this.#listen(worker);
    this.#worker = worker;
    const message = await this.#answer(worker, PREPARATION_TIMEOUT);
    if ('prepared' in message) this.#source.prepared = message.prepared;
    return worker;
  }

  run(job: Job): Promise<unknown> {
    this.#waiting += 1;
    const done = this.#queue.then(() => this.#run(job));
    this.#queue = done
      .catch(() => undefined)
      .then(() => {
        this.#waiting -= 1;
      });
    return done;
  }

  /** Ends the thread for good. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#worker?.terminate();
  }

  async #run(job: Job): Promise<unknown> {
    if (this.#stopped) throw new ComponentFault('crash', 'The component is closed.');
    const worker = this.#worker ?? (await this.start());
    worker.postMessage(job);
    const message = await this.#answer(worker, this.#source.timeout);
    if ('value' in message) return message.value;
    if (!('thrown' in message)) throw new ComponentFault('crash', 'The component gave no answer.');
    const { thrown } = message;
    if ('payload' in thrown) throw new ComponentError(thrown.payload);
    throw new ComponentFault('trap', thrown.message);
  }

  #listen(worker: Worker) {
    for (const stream of [worker.stdout, worker.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => this.#source.print(text));
    }
    worker.on('message', (message: Answer | { readonly output: string }) => {
      if ('output' in message) this.#source.print(message.output);
      else this.#settle?.(message);
    });
    worker.on('error', (error) => this.#settle?.(new ComponentFault('crash', error.message)));
    worker.on('exit', (code) => {
      if (this.#worker === worker) this.#worker = undefined;
      this.#settle?.(
        new ComponentFault('crash', `The component's thread ended with code ${code}.`),
      );
    });
  }

  /** The answer to the job in hand. */
  async #answer(worker: Worker, timeout: number): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined;
    const outcome = await new Promise<Answer | ComponentFault>((settle) => {
      this.#settle = settle;
      timer = setTimeout(() => {
        settle(new ComponentFault('timeout', `The component gave no answer within ${timeout} ms.`));
      }, timeout);
    });
    clearTimeout(timer);
    this.#settle = undefined;
    if (!(outcome instanceof ComponentFault)) return outcome;
    await worker.terminate();
    throw outcome;
  }
}
