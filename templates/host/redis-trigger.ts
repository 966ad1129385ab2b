/** What the service does with a message of the channel: its bytes as they were published. */
export type OnMessage = (message: Uint8Array) => void | Promise<void>;

/**
 * The door that Spin's Redis trigger calls (fermyon:spin/inbound-redis), once for each message. A message whose function
 * throws is lost: Redis channels keep nothing. Why is printed.
 */
export function redisDoor(onMessage: OnMessage): { handleMessage: OnMessage } {
  return {
    async handleMessage(message) {
      try {
        // A copy of this engine's own, as of everything that comes from the host.
        await onMessage(new Uint8Array(message));
      } catch (error) {
        console.error('A message failed:', error instanceof Error ? error.stack : error);
        // The error case of the interface: anything else would trap the instance.
        throw 'error';
      }
    },
  };
}
