// @ts-check
/** Connections to Redis servers (run by `synchronous.mjs`). */
import { Redis } from 'ioredis';

const CONNECT_TIMEOUT = 5000;

/** @type {Map<number, { client: Redis, heard: Buffer[] }>} */
const connections = new Map();
let opened = 0;

export const operations = {
  /** @param {string} address */
  async open(address) {
    const client = new Redis(/** @type {any} */ (optionsOf(address)));
    /** @type {unknown} */
    let cause;
    client.on('error', (error) => {
      cause = error;
    });
    try {
      await client.connect();
    } catch (error) {
      client.disconnect();
      throw other(cause ?? error);
    }
    /** @type {Buffer[]} */
    const heard = [];
    // ioredis makes no difference between a status and a string: the reply is read again from its bytes.
    /** @type {any} */ (client).stream.prependListener('data', (/** @type {Buffer} */ chunk) =>
      heard.push(chunk),
    );
    opened += 1;
    connections.set(opened, { client, heard });
    return opened;
  },

  /** @param {number} id @param {string} command @param {(string | Uint8Array)[]} values */
  async call(id, command, values) {
    const connection = connections.get(id);
    if (connection === undefined) {
      throw { tag: 'other', val: 'could not find connection for resource' };
    }
    const { client, heard } = connection;
    heard.length = 0;
    try {
      const plain = values.map((value) => (typeof value === 'string' ? value : Buffer.from(value)));
      await client.callBuffer(command, ...plain);
    } catch (error) {
      throw other(error);
    }
    return flattened(Buffer.concat(heard));
  },

  /** @param {number} id */
  release(id) {
    connections.get(id)?.client.disconnect();
    connections.delete(id);
  },
};

/** @param {string} address @returns {import('ioredis').RedisOptions} */
function optionsOf(address) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^rediss?:$/.test(url.protocol) || url.hostname === '') {
    throw { tag: 'invalid-address' };
  }
  const database = url.pathname.slice(1);
  if (!/^\d*$/.test(database)) throw { tag: 'invalid-address' };
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(url.port || 6379),
    ...(url.username !== '' && { username: decodeURIComponent(url.username) }),
    ...(url.password !== '' && { password: decodeURIComponent(url.password) }),
    ...(url.protocol === 'rediss:' && { tls: {} }),
    db: Number(database || 0),
    protocol: 2,
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    enableReadyCheck: false,
    disableClientInfo: true,
  };
}

/** Spin hands on the values of nested arrays one after the other. @param {Buffer} reply */
function flattened(reply) {
  /** @type {{ tag: string, val?: unknown }[]} */
  const values = [];
  let at = 0;
  const line = () => {
    const end = reply.indexOf('\r\n', at);
    const text = reply.toString('utf8', at, end);
    at = end + 2;
    return text;
  };
  const read = () => {
    const head = line();
    const rest = head.slice(1);
    if (head[0] === '+') values.push({ tag: 'status', val: rest });
    else if (head[0] === ':') values.push({ tag: 'int64', val: BigInt(rest) });
    else if (rest === '-1') values.push({ tag: 'nil' });
    else if (head[0] === '*') for (let left = Number(rest); left > 0; left -= 1) read();
    else if (head[0] === '$') {
      const end = at + Number(rest);
      values.push({ tag: 'binary', val: new Uint8Array(reply.subarray(at, end)) });
      at = end + 2;
    } else throw { tag: 'other', val: serverError(rest) };
  };
  read();
  return values;
}

/** `CODE what` of the server, as Spin's client words it. @param {string} text */
function serverError(text) {
  const [, code, detail] = /^([A-Z]+) (.*)$/s.exec(text) ?? [];
  if (code === undefined) return text;
  return code === 'ERR'
    ? `An error was signalled by the server - ResponseError: ${detail}`
    : `${code}: ${detail}`;
}

/** @param {unknown} error */
function other(error) {
  const { message, code } = /** @type {NodeJS.ErrnoException} */ (error);
  return { tag: 'other', val: serverError(message || String(code)) };
}
