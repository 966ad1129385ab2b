import type { Dialect } from '../dialect.ts';
import { pathOf } from '../openapi-3/server.ts';
import { child, ROOT } from '../pointer.ts';
import { entriesOf } from '../raw.ts';
import { readBody, readContent } from './content.ts';
import { readValue } from './value.ts';

/** Swagger 2.0 (https://spec.openapis.org/oas/v2.0). `host` and `schemes` say nothing that a component needs. */
export const swagger2: Dialect = {
  refSiblings: false,
  basePath: ({ basePath }) => (typeof basePath === 'string' ? pathOf(asPath(basePath)) : ''),
  noteUnread(reading, { securityDefinitions }) {
    if (entriesOf(securityDefinitions).length > 0) {
      reading.note(
        child(ROOT, 'securityDefinitions'),
        'Security schemes are not read: nothing checks credentials.',
      );
    }
  },
  isBodyPlace: (place) => place === 'body' || place === 'formData',
  value: readValue,
  body: readBody,
  content: readContent,
};

/** `basePath` has no host (Swagger 2.0, Swagger Object); people write a whole URL all the same, or no slash. */
function asPath(basePath: string): string {
  return /^https?:\/\//iu.test(basePath) ? basePath : basePath.replace(/^[\s/]*/u, '/');
}
