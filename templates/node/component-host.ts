/**
 * Serves a component on this machine as Spin and `wasmtime serve` do: real HTTP, a fresh instance for every request.
 * Needs @bytecodealliance/jco and @bytecodealliance/preview2-shim, nothing else.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { Worker } from 'node:worker_threads';

export interface HostOptions {
  /** Milliseconds that one request or call may take (default 10 000); a guest that takes longer is stopped. */
  readonly timeout?: number;
  /** Modules of `hosts/` for the interfaces that the component imports beyond WASI, by their `file:` URL. */
  readonly hosts?: readonly (string | URL)[];
  /** What `readGrants` of `hosts/grants.mjs` answers. With grants, HTTP goes out only through `hosts/outbound.mjs`. */
  readonly grants?: object;
}

export interface ServedComponent {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /**
   * A fresh instance's exports, without HTTP: one object for each exported interface (`orders`), its functions async.
   * They reject with `ComponentError` when the function answers with its error, with `ComponentFault` when it traps.
   */
  instantiate<Doors extends object>(): Promise<Remote<Doors>>;
  /**
   * Hands a message to `fermyon:spin/inbound-redis` of a fresh instance, as Spin's Redis trigger does.
   *
   * @throws ComponentError when the component answers with its error, ComponentFault when it traps
   */
  deliver(payload: Uint8Array): Promise<void>;
  /** What the component has printed so far (console.log, console.error). */
  output(): string;
  close(): Promise<void>;
}

/** The same functions, called from another thread: arguments are copied, results are promised. */
export type Remote<Doors> = {
  readonly [Door in keyof Doors]: {
    readonly [Name in keyof Doors[Door]]: Doors[Door][Name] extends (
      ...values: infer Values
    ) => infer Result
      ? (...values: Values) => Promise<Awaited<Result>>
      : never;
  };
};

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

/**
 * Transpiles the component and serves it on a free port of 127.0.0.1. Requests queue: one runs at a time.
 * A request whose guest traps, hangs or gives no response is answered 500 with the header `component-fault`.
 *
 * @param wasm the component, or the path of its file
 * @throws ComponentFault when the component can't be transpiled or compiled; Node's error when the file can't be read.
 */
export async function serveComponent(
  wasm: string | Uint8Array,
  options: HostOptions = {},
): Promise<ServedComponent> {
  const component = typeof wasm === 'string' ? await readFile(wasm) : wasm;
  const thread = new ComponentThread(component, options);
  await thread.start();

  const server = createServer((request, response) => void respond(thread, request, response));
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    instantiate: () => instantiate(thread),
    deliver: async (payload) => void (await thread.run({ kind: 'message', payload })),
    output: () => thread.output,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await thread.stop();
    },
  };
}

interface OutgoingMessage {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

async function respond(
  thread: ComponentThread,
  request: IncomingMessage,
  response: ServerResponse,
) {
  try {
    const answer = (await thread.run({
      kind: 'request',
      message: await received(request),
    })) as OutgoingMessage;
    checkLength(answer, request.method);
    response.writeHead(answer.status, answer.headers.flat());
    response.end(answer.body);
  } catch (error) {
    const { kind, message } =
      error instanceof ComponentFault ? error : { kind: 'trap', message: String(error) };
    response.writeHead(500, {
      'content-type': 'text/plain; charset=utf-8',
      'component-fault': kind,
    });
    response.end(`${message}\n`);
  }
}

async function received(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const headers: [string, string][] = [];
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    headers.push([request.rawHeaders[at] ?? '', request.rawHeaders[at + 1] ?? '']);
  }
  return {
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    authority: request.headers.host ?? '127.0.0.1',
    headers,
    body: Buffer.concat(chunks),
  };
}

/** A length that isn't the body's would hang the client; hosts refuse it. A HEAD response states the length of GET. */
function checkLength(answer: OutgoingMessage, method: string | undefined) {
  const stated = answer.headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1];
  if (method === 'HEAD' || answer.status === 304 || stated === undefined) return;
  if (Number(stated) !== answer.body.length) {
    throw new ComponentFault(
      'trap',
      `The component states content-length ${stated} and sends ${answer.body.length} bytes.`,
    );
  }
}

let instances = 0;

async function instantiate<Doors extends object>(thread: ComponentThread): Promise<Remote<Doors>> {
  instances += 1;
  const instance = instances;
  const doors = (await thread.run({ kind: 'instantiate', instance })) as [string, string[]][];
  const remote = doors.map(([door, names]) => [
    door,
    Object.fromEntries(
      names.map((name) => [
        name,
        (...values: unknown[]) => thread.run({ kind: 'call', instance, door, name, values }),
      ]),
    ),
  ]);
  return Object.fromEntries(remote) as Remote<Doors>;
}

type Job =
  | { readonly kind: 'request'; readonly message: Awaited<ReturnType<typeof received>> }
  | { readonly kind: 'message'; readonly payload: Uint8Array }
  | { readonly kind: 'instantiate'; readonly instance: number }
  | {
      readonly kind: 'call';
      readonly instance: number;
      readonly door: string;
      readonly name: string;
      readonly values: readonly unknown[];
    };

/** What the thread says when it is done with a job. */
type Answer =
  | { readonly prepared: unknown }
  | { readonly value: unknown }
  | { readonly thrown: { readonly message: string; readonly payload?: unknown } };

/** Preparing compiles more than 10 MB of engine: that time is the machine's, not the guest's. */
const PREPARATION_TIMEOUT = 300_000;

/**
 * The thread that runs the guest (component-worker.mjs), one job at a time. A guest can't be interrupted from within,
 * so a job that takes too long costs the thread; the next job starts another from what the first one prepared.
 */
class ComponentThread {
  output = '';
  #worker: Worker | undefined;
  #stopped = false;
  #prepared: unknown;
  #queue: Promise<unknown> = Promise.resolve();
  #settle: ((outcome: Answer | ComponentFault) => void) | undefined;
  readonly #component: Uint8Array;
  readonly #timeout: number;
  readonly #surroundings: { readonly hosts: readonly string[]; readonly grants?: object };

  constructor(component: Uint8Array, { timeout = 10_000, hosts = [], grants }: HostOptions) {
    this.#component = component;
    this.#timeout = timeout;
    this.#surroundings = { hosts: hosts.map(String), ...(grants && { grants }) };
  }

  async start(): Promise<Worker> {
    const prepared = this.#prepared;
    const task = prepared === undefined ? { component: this.#component } : { prepared };
    const worker = new Worker(new URL('./component-worker.mjs', import.meta.url), {
      workerData: { ...task, ...this.#surroundings },
      execArgv: [],
      stdout: true,
      stderr: true,
    });
    this.#listen(worker);
    this.#worker = worker;
    const message = await this.#answer(worker, PREPARATION_TIMEOUT);
    if ('prepared' in message) this.#prepared = message.prepared;
    return worker;
  }

  run(job: Job): Promise<unknown> {
    const done = this.#queue.then(() => this.#run(job));
    this.#queue = done.catch(() => undefined);
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
    const message = await this.#answer(worker, this.#timeout);
    if ('value' in message) return message.value;
    if (!('thrown' in message)) throw new ComponentFault('crash', 'The component gave no answer.');
    const { thrown } = message;
    if ('payload' in thrown) throw new ComponentError(thrown.payload);
    throw new ComponentFault('trap', thrown.message);
  }

  #listen(worker: Worker) {
    for (const stream of [worker.stdout, worker.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    }
    worker.on('message', (message: Answer | { readonly output: string }) => {
      if ('output' in message) this.output += message.output;
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
