/**
 * Serves a component on this machine as Spin and `wasmtime serve` do: real HTTP, a fresh instance for every request.
 * Needs @bytecodealliance/jco and @bytecodealliance/preview2-shim, nothing else.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Call,
  ComponentFault,
  ComponentThread,
  type ReceivedMessage,
  type Source,
} from './component-thread.ts';

export { ComponentError, ComponentFault } from './component-thread.ts';

export interface HostOptions {
  /** Milliseconds that one request or call may take (default 10 000); a guest that takes longer is stopped. */
  readonly timeout?: number;
  /** Modules of `hosts/` for the interfaces that the component imports beyond WASI, by their `file:` URL. */
  readonly hosts?: readonly (string | URL)[];
  /** What `readGrants` of `hosts/grants.mjs` answers. HTTP goes out through `hosts/outbound.mjs` alone, as far as they go. */
  readonly grants?: object;
  /**
   * Requests that are answered at the same time, each in a thread (default 1). More than one is for a component whose
   * instances know nothing of each other: a host module keeps its stores in its thread.
   */
  readonly threads?: number;
}

export interface ServedComponent {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Requests that are answered at the same time. */
  readonly threads: number;
  /**
   * A fresh instance's exports, without HTTP: one object for each exported interface (`orders`), its functions async.
   * They reject with `ComponentError` when the function answers with its error, with `ComponentFault` when it traps:
   * then the instance is gone. An instance keeps its memory until the component is closed.
   */
  instantiate<Doors extends object>(): Promise<Remote<Doors>>;
  /** Calls one function of a fresh instance, which is gone afterwards; it rejects as those of `instantiate` do. */
  call(call: Call): Promise<unknown>;
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

/**
 * Transpiles the component and serves it on a free port of 127.0.0.1. Requests queue: one runs at a time in a thread.
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
  const threads = new Threads(component, options);
  await threads.start();

  const server = createServer((request, response) => void respond(threads, request, response));
  await new Promise<void>((listening, failed) => {
    server.once('error', failed).listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    threads: threads.count,
    instantiate: () => instantiate(threads.next()),
    call: (call) => threads.next().run({ kind: 'call', ...call }),
    deliver: async (payload) => void (await threads.next().run({ kind: 'message', payload })),
    output: () => threads.output,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await threads.stop();
    },
  };
}

interface OutgoingMessage {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

async function respond(threads: Threads, request: IncomingMessage, response: ServerResponse) {
  try {
    const message = await received(request);
    const answer = (await threads.next().run({ kind: 'request', message })) as OutgoingMessage;
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

async function received(request: IncomingMessage): Promise<ReceivedMessage> {
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

/** Threads that share what the first one prepared; another than that is started when it is first needed. */
class Threads {
  output = '';
  readonly count: number;
  readonly #threads: readonly ComponentThread[];

  constructor(
    component: Uint8Array,
    { timeout = 10_000, hosts = [], grants, threads = 1 }: HostOptions,
  ) {
    const source: Source = {
      component,
      surroundings: { hosts: hosts.map(String), ...(grants && { grants }) },
      timeout,
      print: (text) => {
        this.output += text;
      },
    };
    this.count = threads;
    this.#threads = Array.from({ length: threads }, () => new ComponentThread(source));
  }

  async start(): Promise<void> {
    await this.next().start();
  }

  /** The first of those with the least to do. */
  next(): ComponentThread {
    return this.#threads.reduce((least, thread) =>
      thread.waiting < least.waiting ? thread : least,
    );
  }

  async stop(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }
}
