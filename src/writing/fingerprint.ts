import { createHash } from 'node:crypto';

/**
 * SHA-256 of a file's text with LF line ends: a checkout that turned them into CRLF (`core.autocrlf`) edited nothing.
 */
export function fingerprint(content: string): string {
  return createHash('sha256').update(content.replaceAll('\r\n', '\n')).digest('hex');
}
