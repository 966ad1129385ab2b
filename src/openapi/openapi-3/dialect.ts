import type { Dialect } from '../dialect.ts';
import { child } from '../pointer.ts';
import { readBody, readContent } from './content.ts';
import { basePathOf } from './server.ts';
import { noteUnread } from './unread.ts';
import { readValue } from './value.ts';

const shared: Omit<Dialect, 'refSiblings'> = {
  basePath: (document) => basePathOf(document.servers),
  noteUnread,
  isBodyPlace: () => false,
  value: readValue,
  body: (reading, { raw, pointer }) =>
    readBody(reading, raw.requestBody, child(pointer, 'requestBody')),
  content: (reading, response, pointer) =>
    readContent(reading, response.content, child(pointer, 'content')),
};

/** OAS 3.0.4: what stands beside a `$ref` is ignored (Reference Object). */
export const openApi30: Dialect = { ...shared, refSiblings: false };

/** OAS 3.1.1, and what it shares with 3.2: schemas are JSON Schema 2020-12. */
export const openApi31: Dialect = { ...shared, refSiblings: true };
