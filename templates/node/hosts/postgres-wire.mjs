// @ts-check
/**
 * The two halves of a prepared statement, one after the other, as Spin's client sends them: only then is known which types
 * the server wants for the parameters. Values go both ways in the binary format; `pg` reads rows as text, so the bytes are
 * read beside it.
 */

/** @typedef {import('pg').Client & { connection: any }} Client */
/** @typedef {{ parameters: number[], fields: { name: string, dataTypeID: number }[] }} Description */

/** The rows that came since they were last taken. @type {WeakMap<object, (Buffer | undefined)[][]>} */
const received = new WeakMap();

const DATA_ROW = 0x44;

/** Reads the rows of a connection that has just been made. @param {import('pg').Client} client */
export function rowsAsBytes(client) {
  /** @type {Buffer} */
  let rest = Buffer.alloc(0);
  /** @type {(Buffer | undefined)[][]} */
  const rows = [];
  received.set(client, rows);
  // Before the listener of `pg`, which ends the query when it sees the end of it.
  /** @type {Client} */ (client).connection.stream.prependListener(
    'data',
    (/** @type {Buffer} */ chunk) => {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      let at = 0;
      while (rest.length >= at + 5 && rest.length > at + rest.readUInt32BE(at + 1)) {
        const end = at + 1 + rest.readUInt32BE(at + 1);
        if (rest[at] === DATA_ROW) rows.push(readRow(rest.subarray(at + 5, end)));
        at = end;
      }
      rest = rest.subarray(at);
    },
  );
}

/** @param {Buffer} message */
function readRow(message) {
  const values = [];
  let at = 2;
  for (let left = message.readUInt16BE(0); left > 0; left -= 1) {
    const length = message.readInt32BE(at);
    at += 4;
    values.push(length < 0 ? undefined : Buffer.from(message.subarray(at, at + length)));
    at += Math.max(length, 0);
  }
  return values;
}

/** @param {import('pg').Client} client @param {string} statement @returns {Promise<Description>} */
export async function describe(client, statement) {
  /** @type {Description} */
  const description = { parameters: [], fields: [] };
  const { connection } = /** @type {Client} */ (client);
  const take = (/** @type {{ dataTypeIDs: number[] }} */ message) => {
    description.parameters = message.dataTypeIDs;
  };
  connection.once('parameterDescription', take);
  try {
    await submit(client, {
      submit() {
        connection.parse({ text: statement, name: '', types: [] });
        connection.describe({ type: 'S', name: '' });
        connection.sync();
      },
      handleRowDescription(/** @type {Description} */ { fields }) {
        description.fields = fields;
      },
    });
  } finally {
    connection.removeListener('parameterDescription', take);
  }
  return description;
}

/**
 * Runs the statement that was described last.
 *
 * @param {import('pg').Client} client
 * @param {readonly (Buffer | null)[]} values
 * @returns {Promise<{ rows: (Buffer | undefined)[][], affected: bigint }>}
 */
export async function bindAndExecute(client, values) {
  const rows = received.get(client) ?? [];
  rows.length = 0;
  let affected = 0n;
  const { connection } = /** @type {Client} */ (client);
  await submit(client, {
    submit() {
      connection.bind({ portal: '', statement: '', values, binary: true });
      connection.execute({ portal: '', rows: 0 });
      connection.sync();
    },
    handleCommandComplete(/** @type {{ text: string }} */ { text }) {
      affected = BigInt(/(\d+)$/.exec(text)?.[1] ?? 0);
    },
  });
  return { rows: rows.splice(0), affected };
}

/** @param {import('pg').Client} client @param {{ submit(): void, [handler: string]: unknown }} query */
function submit(client, query) {
  return new Promise((resolve, reject) => {
    const nothing = () => undefined;
    /** @type {any} */ (client).query({
      handleRowDescription: nothing,
      handleDataRow: nothing,
      handleCommandComplete: nothing,
      handlePortalSuspended: nothing,
      handleEmptyQuery: nothing,
      handleError: reject,
      handleReadyForQuery: resolve,
      ...query,
    });
  });
}
