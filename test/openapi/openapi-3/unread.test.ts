import { describe, expect, it } from 'vitest';
import { readApiDocument } from '../../../src/openapi/read-api.ts';
import { documentWith } from '../support.ts';

const ok = { responses: { 204: { description: '' } } };

function notesOf(parts: object): string[] {
  const { notes } = readApiDocument(documentWith({ openapi: '3.1.0', ...parts }), 'test');
  return notes.map(({ pointer, message }) => `${pointer} ${message}`);
}

describe('what is listed and not served', () => {
  it('webhooks, with their methods', () => {
    const webhooks = {
      paid: { post: ok, summary: 'S' },
      again: { $ref: '#/components/pathItems/again' },
      broken: { $ref: '#/nowhere' },
      nothing: null,
    };
    const components = { pathItems: { again: { put: ok, post: ok } } };
    expect(notesOf({ webhooks, components })).toEqual([
      '#/webhooks/paid The webhook "paid" is not served: the service sends it, by POST.',
      '#/webhooks/again The webhook "again" is not served: the service sends it, by PUT, POST.',
      '#/webhooks/broken The webhook "broken" is not served: the service sends it.',
      '#/webhooks/nothing The webhook "nothing" is not served: the service sends it.',
    ]);
  });

  it('callbacks, with what they call', () => {
    const callbacks = {
      done: {
        '{$request.body#/url}': { post: ok },
        'https://h/{$url}': { put: ok, get: ok, parameters: [] },
        'x-y': {},
      },
      again: { $ref: '#/components/callbacks/again' },
      broken: { $ref: './gone.yaml' },
      nothing: {},
    };
    const components = {
      callbacks: { again: { '{$url}': { $ref: '#/components/pathItems/p' } } },
      pathItems: { p: { delete: ok } },
    };
    const place = '#/paths/~1x/get/callbacks';
    expect(notesOf({ paths: { '/x': { get: { ...ok, callbacks } } }, components })).toEqual([
      `${place}/done The callback "done" is not served: the service calls POST "{$request.body#/url}", PUT, GET "https://h/{$url}".`,
      `${place}/again The callback "again" is not served: the service calls DELETE "{$url}".`,
      `${place}/broken The callback "broken" is not served.`,
      `${place}/nothing The callback "nothing" is not served.`,
    ]);
  });

  it('links and security schemes', () => {
    const get = { responses: { 200: { links: { self: {}, next: {} } } } };
    const components = { securitySchemes: { key: {} } };
    expect(notesOf({ paths: { '/x': { get } }, components })).toEqual([
      '#/components/securitySchemes Security schemes are not read: nothing checks credentials.',
      '#/paths/~1x/get/responses/200/links Links are not read: "self", "next".',
    ]);
  });

  it('names that try to leave the line', () => {
    const name = '\u202E\n"x" \u001B[2J';
    const [note = ''] = notesOf({ webhooks: { [name]: {} } });
    expect(note).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });
});
