// @ts-check
/** Spin's Redis trigger: every message of a channel goes to a fresh instance of the component. */
import { Redis } from 'ioredis';

/**
 * Subscribes, and hands messages to the component as they come, one at a time.
 *
 * @param {{ deliver(payload: Uint8Array): Promise<void> }} served a component that exports `fermyon:spin/inbound-redis`
 * @param {string} address `redis://host:port`
 * @param {string} channel
 * @returns {Promise<{ failures: unknown[], close(): void }>} what went wrong so far: a trigger has no one else to tell
 */
export async function serveRedisTrigger(served, address, channel) {
  const client = new Redis(address, { lazyConnect: true });
  /** @type {unknown[]} */
  const failures = [];
  client.on('error', (error) => failures.push(error));
  client.on('messageBuffer', (_, payload) => {
    served.deliver(new Uint8Array(payload)).catch((error) => failures.push(error));
  });
  try {
    await client.connect();
    await client.subscribe(channel);
  } catch (error) {
    client.disconnect();
    throw error;
  }
  return { failures, close: () => client.disconnect() };
}
