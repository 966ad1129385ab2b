/**
 * The address of a server with its credentials, each part encoded: a password may hold every sign that parts a URL.
 */
export function serverAddress(
  scheme: string,
  parts: { user: string; password: string; host: string; port: string; database: string },
): string {
  const { user, password, host, port, database } = parts;
  const credentials = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  return `${scheme}://${credentials}@${host}:${port}/${encodeURIComponent(database)}`;
}
