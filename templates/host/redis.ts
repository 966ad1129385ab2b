import { Connection, type RedisParameter, type RedisResult } from 'fermyon:spin/redis@2.0.0';
import { toBytes } from './bytes.ts';
import { config } from './config.ts';
import { component } from './grants.ts';
import { onHandle } from './handle.ts';
import { HostError, notGranted, type Payload, payloadText } from './host-error.ts';
import { type StoredValues, storedValues } from './stored-values.ts';

export interface Redis extends StoredValues {
  /** The number after it was raised by one. */
  incr(key: string): bigint;
  /** How many of the keys were there. */
  del(...keys: string[]): number;
  publish(channel: string, message: string | Uint8Array): void;
  sadd(key: string, ...members: string[]): number;
  smembers(key: string): string[];
  srem(key: string, ...members: string[]): number;
  /** Any command, as `redis.execute('expire', key, 60)`. Nested lists come flat; texts come as bytes. */
  execute(command: string, ...values: (string | number | bigint | Uint8Array)[]): RedisReply[];
}

export type RedisReply = null | string | bigint | Uint8Array;

/** A server by its address, connected when it is first used, and once. */
export function openRedis(address: () => string): Redis {
  const call = onHandle(() => Connection.open(address()), explain);
  return {
    ...storedValues(
      (key) => call((open) => open.get(key)),
      (key, value) => call((open) => open.set(key, value)),
    ),
    incr: (key) => call((open) => open.incr(key)),
    del: (...keys) => call((open) => open.del(keys)),
    publish: (channel, message) => call((open) => open.publish(channel, toBytes(message))),
    sadd: (key, ...members) => call((open) => open.sadd(key, members)),
    smembers: (key) => call((open) => Array.from(open.smembers(key))),
    srem: (key, ...members) => call((open) => open.srem(key, members)),
    execute: (command, ...values) =>
      call((open) => Array.from(open.execute(command, values.map(toParameter)), read)),
  };
}

/** The server of the variables `redis_address` and `redis_password`. */
export const redis: Redis = openRedis(() => {
  const password = config.get('redis_password');
  const credentials = password === '' ? '' : `:${encodeURIComponent(password)}@`;
  return config.get('redis_address').replace('://', `://${credentials}`);
});

/** @throws HostError when the server is not there */
export function ready(): void {
  redis.execute('ping');
}

function toParameter(value: string | number | bigint | Uint8Array): RedisParameter {
  if (typeof value === 'bigint') return { tag: 'int64', val: value };
  if (typeof value === 'number' && Number.isSafeInteger(value))
    return { tag: 'int64', val: BigInt(value) };
  return { tag: 'binary', val: toBytes(typeof value === 'number' ? String(value) : value) };
}

function read(result: RedisResult): RedisReply {
  return result.tag === 'nil' ? null : result.val;
}

/** Spin says `invalid-address` for a server that is not granted and for an address that is none. */
function explain(payload: Payload): HostError {
  if (payload.tag === 'invalid-address') {
    const what =
      'The Redis server is not granted, or redis_address is no redis:// or rediss:// address';
    return notGranted(
      what,
      'allowed_outbound_hosts = ["{{ redis_address }}"]',
      `component.${component}`,
    );
  }
  if (payload.tag === 'type-error') {
    return new HostError('refused', 'Redis: the key holds a value of another type.', {
      cause: payload,
    });
  }
  const unreachable = /connect|refused|timed? ?out|broken pipe|reset|auth|lookup/i.test(
    String(payload.val),
  );
  const kind = unreachable ? 'unreachable' : payload.tag === 'other' ? 'refused' : 'failed';
  return new HostError(kind, `Redis: ${payloadText(payload)}`, { cause: payload });
}
