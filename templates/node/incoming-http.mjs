/**
 * The server half of `wasi:http`, in memory: a request goes in as bytes, a response comes out as bytes.
 *
 * preview2-shim's own HTTPServer crashes, or ends the process, on a response whose body the guest never takes (204,
 * 304, HEAD; preview2-shim 0.25 and 0.26). Streams, pollables, fields and the guest's own `fetch` stay the shim's.
 */
import { clocks, http, io } from '@bytecodealliance/preview2-shim';

/**
 * A request as it came in; header values are latin1 text, one character a byte.
 * @typedef {{ method: string, path: string, authority: string, headers: [string, string][], body: Uint8Array }} IncomingMessage
 */
/**
 * The component's response, headers in order.
 * @typedef {{ status: number, headers: [string, string][], body: Uint8Array }} OutgoingMessage
 */

const WRITE_AT_ONCE = 1n << 20n;
const METHODS = new Set('get head post put delete connect options trace patch'.split(' '));
/** wasi:http keeps these from guests, in requests as in responses (`header-error.forbidden`). */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'host']);

// Memory never blocks: whoever waits for a stream is answered at once.
const ready = () => clocks.monotonicClock.subscribeDuration(0n);

/** A stream over bytes that are all there. */
export class MemoryInput extends io.streams.InputStream {
  /** @param {Uint8Array} bytes */
  constructor(bytes) {
    super();
    this.rest = bytes;
  }
  /** @param {bigint} length */
  read(length) {
    if (this.rest.length === 0) throw { tag: 'closed' };
    const end = Math.min(Number(length), this.rest.length);
    const chunk = this.rest.slice(0, end);
    this.rest = this.rest.subarray(end);
    return chunk;
  }
  /** @param {bigint} length */
  blockingRead(length) {
    return this.read(length);
  }
  /** @param {bigint} length */
  skip(length) {
    return BigInt(this.read(length).length);
  }
  /** @param {bigint} length */
  blockingSkip(length) {
    return this.skip(length);
  }
  subscribe() {
    return ready();
  }
}

/** A stream that hands every chunk to `take`. */
export class MemoryOutput extends io.streams.OutputStream {
  /** @param {(chunk: Uint8Array) => void} take */
  constructor(take) {
    super();
    this.take = take;
  }
  checkWrite() {
    return WRITE_AT_ONCE;
  }
  /** @param {Uint8Array} bytes */
  write(bytes) {
    this.take(bytes.slice());
  }
  /** @param {Uint8Array} bytes */
  blockingWriteAndFlush(bytes) {
    this.write(bytes);
  }
  flush() {}
  blockingFlush() {}
  /** @param {bigint} length */
  writeZeroes(length) {
    this.write(new Uint8Array(Number(length)));
  }
  /** @param {bigint} length */
  blockingWriteZeroesAndFlush(length) {
    this.writeZeroes(length);
  }
  /** @param {{ read(length: bigint): Uint8Array }} source @param {bigint} length */
  splice(source, length) {
    const bytes = source.read(length);
    this.write(bytes);
    return BigInt(bytes.length);
  }
  /** @param {{ blockingRead(length: bigint): Uint8Array }} source @param {bigint} length */
  blockingSplice(source, length) {
    const bytes = source.blockingRead(length);
    this.write(bytes);
    return BigInt(bytes.length);
  }
  subscribe() {
    return ready();
  }
}

class RequestBody extends http.types.IncomingBody {
  constructor(bytes) {
    super();
    this.input = new MemoryInput(bytes);
  }
  stream() {
    if (this.input === undefined) throw undefined;
    const { input } = this;
    this.input = undefined;
    return input;
  }
  [Symbol.dispose ?? Symbol.for('dispose')]() {}
}

class ResponseBody extends http.types.OutgoingBody {
  /** @type {Uint8Array[]} */
  chunks = [];
  taken = false;
  write() {
    if (this.taken) throw undefined;
    this.taken = true;
    return new MemoryOutput((chunk) => void this.chunks.push(chunk));
  }
}

class IncomingRequest {
  /** @param {IncomingMessage} message */
  constructor(message) {
    this.message = message;
    this.consumed = false;
  }
  method() {
    const tag = this.message.method.toLowerCase();
    return METHODS.has(tag) ? { tag } : { tag: 'other', val: this.message.method };
  }
  pathWithQuery() {
    return this.message.path;
  }
  scheme() {
    return { tag: 'HTTP' };
  }
  authority() {
    return this.message.authority;
  }
  headers() {
    return requestFields(this.message.headers);
  }
  consume() {
    if (this.consumed) throw undefined;
    this.consumed = true;
    return new RequestBody(this.message.body);
  }
}

class OutgoingResponse {
  status = 200;
  /** @type {ResponseBody | undefined} */
  content = undefined;
  constructor(headers) {
    this.fields = headers;
  }
  statusCode() {
    return this.status;
  }
  setStatusCode(status) {
    this.status = status;
  }
  headers() {
    return this.fields;
  }
  body() {
    if (this.content !== undefined) throw undefined;
    this.content = new ResponseBody();
    return this.content;
  }
}

class ResponseOutparam {
  /** @type {{ tag: 'ok', val: OutgoingResponse } | { tag: 'err', val: { tag: string, val?: unknown } } | undefined} */
  result = undefined;
  static set(outparam, result) {
    outparam.result = result;
  }
}

/**
 * The body class as the component sees it: bodies of both directions are its instances, each finished in its own way.
 */
function bothBodies(shim, memory, finish) {
  return class extends shim {
    static finish(body, trailers) {
      return body instanceof memory ? finish(body) : shim.finish(body, trailers);
    }
    static [Symbol.hasInstance](value) {
      return value instanceof shim;
    }
  };
}

/** Takes the place of preview2-shim's `wasi:http/types`. */
export const types = {
  ...http.types,
  IncomingRequest,
  OutgoingResponse,
  ResponseOutparam,
  IncomingBody: bothBodies(
    http.types.IncomingBody,
    RequestBody,
    () => new http.types.FutureTrailers(),
  ),
  OutgoingBody: bothBodies(http.types.OutgoingBody, ResponseBody, () => undefined),
};

function requestFields(headers) {
  const fields = new http.types.Fields();
  for (const [name, text] of headers) {
    if (HOP_BY_HOP.has(name.toLowerCase())) continue;
    // The shim checks values as if they were UTF-8 text, but a value is bytes: it is checked blank, then filled.
    const value = new Uint8Array(text.length).fill(0x20);
    fields.append(name, value);
    value.set(Buffer.from(text, 'latin1'));
  }
  return fields;
}

/**
 * Lets one instance answer one request.
 *
 * @param {{ handle(request: object, outparam: object): void }} handler the instance's `wasi:http/incoming-handler`
 * @param {IncomingMessage} message
 * @returns {OutgoingMessage}
 * @throws what the guest's trap throws; Error when the guest gives no response or one that no host could send.
 */
export function answer(handler, message) {
  const outparam = new ResponseOutparam();
  handler.handle(new IncomingRequest(message), outparam);
  const { result } = outparam;
  if (result === undefined) throw new Error('The component returned without a response.');
  if (result.tag === 'err') {
    throw new Error(`The component answered with the error code ${JSON.stringify(result.val)}.`);
  }
  const headers = result.val.fields
    .entries()
    .map(([name, value]) => [name, Buffer.from(value).toString('latin1')]);
  const body = Buffer.concat(result.val.content?.chunks ?? []);
  return { status: result.val.status, headers, body };
}
