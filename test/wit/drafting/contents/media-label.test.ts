import { describe, expect, it } from 'vitest';
import { kindLabel, mediaLabel } from '../../../../src/wit/drafting/contents/media-label.ts';

describe('mediaLabel', () => {
  it.each([
    ['application/json', 'json'],
    ['application/x-www-form-urlencoded', 'form'],
    ['multipart/form-data', 'multipart'],
    ['application/merge-patch+json', 'merge-patch'],
    ['application/problem+json', 'problem'],
    ['application/vnd.acme.order.v2+json', 'acme-order-v2'],
    ['application/x-ndjson', 'ndjson'],
    ['application/json+sarif', 'sarif'],
    ['application/octet-stream', 'binary'],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
    ['application/*+json', 'json'],
    ['text/plain', 'plain'],
    ['image/svg+xml', 'svg'],
    ['image/*', 'image'],
    ['*/*', 'any'],
    ['application/vnd.+json', 'json'],
    ['x/\u202e', 'content'],
  ])('%s is %s', (type, label) => {
    expect(mediaLabel(type)).toBe(label);
  });
});

describe('kindLabel', () => {
  it.each([
    [['image/png', 'image/*'], 'image'],
    [['audio/mpeg'], 'audio'],
    [['image/png', 'video/mp4'], 'content'],
    [['application/pdf', 'application/zip'], 'content'],
  ])('%j are %s', (types, label) => {
    expect(kindLabel(types)).toBe(label);
  });
});
