// @ts-check
/**
 * The addresses of Postgres servers: `postgres://user:password@host:port,host:port/database?sslmode=require` or
 * `host=… port=… user=…`, as libpq and Spin's client read them.
 */

/**
 * @typedef {object} PostgresAddress
 * @property {readonly { host: string, port: number }[]} hosts tried in this order
 * @property {string} [user]
 * @property {string} [password]
 * @property {string} [database]
 * @property {boolean} secure whether TLS is asked for
 */

/**
 * @param {string} address
 * @returns {PostgresAddress}
 * @throws `{ tag: 'connection-failed' }` when it isn't one, or names a Unix socket
 */
export function parseAddress(address) {
  const settings = /^postgres(ql)?:\/\//.test(address) ? fromUrl(address) : fromWords(address);
  const hosts = list(settings.get('host'));
  const ports = list(settings.get('port'));
  if (hosts.some((host) => host.startsWith('/'))) {
    throw failed('Unix sockets are not supported on WebAssembly');
  }
  if (ports.length > 1 && ports.length !== hosts.length) throw failed('invalid number of ports');
  return {
    hosts: hosts.map((host, at) => ({ host, port: portOf(ports[at] ?? ports[0] ?? '5432') })),
    user: settings.get('user'),
    password: settings.get('password'),
    database: settings.get('dbname'),
    secure: ['require', 'verify-ca', 'verify-full'].includes(settings.get('sslmode') ?? ''),
  };
}

/** @param {string | undefined} text */
const list = (text) => (text === undefined || text === '' ? [] : text.split(','));

/** @param {string} text */
function portOf(text) {
  const port = Number(text === '' ? '5432' : text);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw failed('invalid value for option `port`');
  return port;
}

/** @param {string} address */
function fromUrl(address) {
  const match = /^[^:]+:\/\/(?:([^:@/]*)(?::([^@/]*))?@)?([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/.exec(
    address,
  );
  if (match === null) throw failed('invalid connection string');
  const [, user, password, authority = '', database, query = ''] = match;
  const places = list(authority).map((place) => /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(place) ?? []);
  const settings = new Map([
    ['host', places.map(([, host = '']) => decoded(host).replace(/^\[(.*)\]$/, '$1')).join(',')],
    ['port', places.map(([, , port = '5432']) => port).join(',')],
  ]);
  if (user) settings.set('user', decoded(user));
  if (password !== undefined) settings.set('password', decoded(password));
  if (database) settings.set('dbname', decoded(database));
  for (const [name, value] of new URLSearchParams(query)) settings.set(name, value);
  return settings;
}

/** @param {string} address */
function fromWords(address) {
  const settings = new Map();
  const rest = address.replace(
    /\s*(\w+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|((?:[^\s'\\]|\\.)*))/gs,
    (_, name, quoted, plain) => {
      settings.set(name, (quoted ?? plain).replace(/\\(.)/gs, '$1'));
      return '';
    },
  );
  if (rest.trim() !== '' || settings.size === 0) throw failed('invalid connection string');
  return settings;
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    throw failed('invalid connection string: percent-encoding');
  }
}

/** @param {string} val */
const failed = (val) => ({ tag: 'connection-failed', val });
