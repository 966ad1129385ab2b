import { createHash } from 'node:crypto';
import { withoutRegions } from '../text/region.ts';

/**
 * SHA-256 of a file's text with LF line ends: a checkout that turned them into CRLF (`core.autocrlf`) edited nothing, and
 * neither did a step that filled in a region.
 */
export function fingerprint(content: string): string {
  return createHash('sha256')
    .update(withoutRegions(content.replaceAll('\r\n', '\n')))
    .digest('hex');
}
