import { describe, expect, it } from 'vitest';
import {
  bindingName,
  isSafeExport,
  isSafeMember,
  jsName,
  typeName,
} from '../../../src/wit/naming/js-names.ts';
import { WIT_KEYWORDS } from '../../../src/wit/naming/keywords.ts';
import {
  escapeLabel,
  kebab,
  kebabWords,
  Labels,
  valueLabel,
} from '../../../src/wit/naming/labels.ts';

/** Our subset of WIT's grammar: lower case, and no hyphen before a digit. */
const LABEL = /^[a-z][a-z0-9]*(?:-[a-z][a-z0-9]*)*$/u;

describe('kebab', () => {
  it.each([
    ['order', 'order'],
    ['orderLine', 'order-line'],
    ['OrderLine', 'order-line'],
    ['created_at', 'created-at'],
    ['X-Request-Id', 'x-request-id'],
    ['HTTPServer', 'http-server'],
    ['getURLs', 'get-urls'],
    ['userIDs', 'user-ids'],
    ['OAuth2Token', 'oauth2-token'],
    ['IPv4Address', 'ipv4-address'],
    ['ISO8601Date', 'iso8601-date'],
    ['S3Bucket', 's3-bucket'],
    ['md5sum', 'md5sum'],
    ['address 1', 'address1'],
    ['address-1', 'address1'],
    ['line_2_text', 'line2-text'],
    ['2fa', 'n2fa'],
    ['3DSecure', 'n3d-secure'],
    ['1.0', 'n1-point0'],
    ['2024-01-31', 'n2024-n01-n31'],
    ['gpt-3.5-turbo', 'gpt3-point5-turbo'],
    ['filter[status]', 'filter-status'],
    ['$ref', 'ref'],
    ['@type', 'type'],
    ['__proto__', 'proto'],
    ['../../etc/passwd', 'etc-passwd'],
    [`a"b\\c\n\`d\`\${e}`, 'a-b-c-d-e'],
    ['*/ --> <% //', undefined],
    ['Größe', 'grosse'],
    ['Straße', 'strasse'],
    ['naïve café', 'naive-cafe'],
    ['smørrebrød', 'smorrebrod'],
    ["customer's order", 'customers-order'],
    ['名前', undefined],
    ['🍕', undefined],
    ['pizza🍕size', 'pizza-size'],
    ['\u202Eevil\u202C', 'evil'],
    ['\uD800lone', 'lone'],
    ['', undefined],
    ['---', undefined],
  ])('%j is %j', (name, label) => {
    expect(kebabWords(name)).toBe(label);
    expect(kebab(name, 'fallback')).toBe(label ?? 'fallback');
  });

  it('shortens a huge name at a word, and takes its time from its length only', () => {
    const label = kebab('veryLongName'.repeat(100_000), 'x');
    expect(label.length).toBeLessThanOrEqual(120);
    expect(label).toMatch(LABEL);
  });

  it('gives a label for whatever has letters', () => {
    for (let code = 0; code < 0x3000; code += 1) {
      const name = `${String.fromCharCode(code)}a${String.fromCharCode(code)}1`;
      expect(kebab(name, 'x')).toMatch(LABEL);
    }
  });
});

describe('valueLabel', () => {
  it.each([
    ['', 'empty'],
    ['  ', 'blank'],
    ['PENDING_REVIEW', 'pending-review'],
    ['+1', 'plus-one'],
    ['-1', 'minus-one'],
    ['+10', 'plus10'],
    ['-created_at', 'minus-created-at'],
    ['>=', 'ge'],
    ['<', 'lt'],
    ['=~', 'matches'],
    ['*', 'star'],
    ['404', 'n404'],
    ['application/json', 'application-json'],
    ['日本語', undefined],
    ['🍕', undefined],
  ])('%j is %j', (value, label) => expect(valueLabel(value)).toBe(label));
});

describe('names in JavaScript and TypeScript', () => {
  it.each([
    ['order-line', 'orderLine', 'OrderLine'],
    ['n2fa', 'n2fa', 'N2fa'],
    ['address1-line', 'address1Line', 'Address1Line'],
    ['date', 'date', 'DateValue'],
    ['error', 'error', 'ErrorValue'],
    ['record', 'record', 'RecordValue'],
    ['uint8-array', 'uint8Array', 'Uint8ArrayValue'],
    ['service', 'service', 'ServiceValue'],
    ['order', 'order', 'Order'],
  ])('%j is %j and %j', (label, js, ts) => {
    expect(jsName(label)).toBe(js);
    expect(typeName(label)).toBe(ts);
  });

  it('keeps clear of reserved words and of what every object has', () => {
    expect(bindingName('in', 'Param')).toBe('inParam');
    expect(bindingName('order', 'Param')).toBe('order');
    expect(['delete', 'then', 'orders'].map(isSafeExport)).toEqual([false, false, true]);
    expect(['to-string', 'constructor', 'then', 'delete'].map(isSafeMember)).toEqual([
      false,
      false,
      false,
      true,
    ]);
  });
});

describe('escapeLabel', () => {
  it('escapes the 43 keywords and nothing else', () => {
    expect(WIT_KEYWORDS.size).toBe(43);
    for (const word of WIT_KEYWORDS) expect(escapeLabel(word)).toBe(`%${word}`);
    for (const word of ['default', 'class', 'error', 'types', 'order-list']) {
      expect(escapeLabel(word)).toBe(word);
    }
  });
});

describe('Labels', () => {
  it('counts neither case nor hyphens, and tells names apart by letters', () => {
    const labels = new Labels(['types']);
    expect(labels.take('foo-bar')).toBe('foo-bar');
    expect(labels.take('foobar')).toBe('foobar-b');
    expect(labels.take('foo-bar')).toBe('foo-bar-c');
    expect(labels.take('ty-pes')).toBe('ty-pes-b');
    expect(labels.take('order', 'other')).toBe('order');
    expect(labels.take('order', 'other')).toBe('other');
    expect(labels.take('order', 'other')).toBe('other-b');
  });

  it('finds a free name among suffixes that are names themselves', () => {
    const labels = new Labels(['a', 'a-b', 'ac']);
    expect(labels.take('a')).toBe('a-d');
  });

  it('goes on after z', () => {
    const labels = new Labels();
    const taken = Array.from({ length: 30 }, () => labels.take('x'));
    expect(new Set(taken).size).toBe(30);
    expect(taken.at(25)).toBe('x-z');
    expect(taken.at(26)).toBe('x-ba');
    for (const label of taken) expect(label).toMatch(LABEL);
  });
});
