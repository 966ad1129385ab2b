import { describe, expect, it } from 'vitest';
import { jsBinding, jsDoc, jsProperty, jsString } from '../../src/project/encode/javascript.ts';

describe('jsString', () => {
  it.each([
    ['plain', "'plain'"],
    ["it's", '"it\'s"'],
    ['say "it\'s"', "'say \"it\\'s\"'"],
    ['a\\b', "'a\\\\b'"],
    ['a\nb\r\tc', "'a\\nb\\r\\tc'"],
    [`$\{process.exit()}`, "'\\u0024{process.exit()}'"],
    ['`', "'`'"],
    ['</script><!-- -->', "'</script><!-- -->'"],
    ['<%= x %>', "'<%= x %>'"],
    ['🦄 größe', "'🦄 größe'"],
    ['\u2028\u2029', "'\\u2028\\u2029'"],
    ['\u202egnp.exe', "'\\u202egnp.exe'"],
    ['\ud800', "'\\ud800'"],
    ['\u{e0001}', "'\\udb40\\udc01'"],
    ['\0', "'\\u0000'"],
    ['', "''"],
  ])('%j', (text, expected) => {
    const printed = jsString(text);
    expect(printed).toBe(expected);
    expect(new Function(`return ${printed}`)()).toBe(text);
  });

  it('holds a huge text', () => {
    const text = `${'x'.repeat(2 ** 20)}'`;
    expect(new Function(`return ${jsString(text)}`)()).toBe(text);
  });
});

describe('jsProperty', () => {
  it.each([
    ['name', 'name'],
    ['class', 'class'],
    ['$ref', '$ref'],
    ['a-b', "'a-b'"],
    ['größe', 'größe'],
    ['', "''"],
    ['200', '200'],
    ['007', "'007'"],
    ['1e3', "'1e3'"],
    ['__proto__', "['__proto__']"],
    ['constructor', 'constructor'],
    ["x'; process.exit(); '", '"x\'; process.exit(); \'"'],
  ])('%j', (name, expected) => {
    expect(jsProperty(name)).toBe(expected);
    const made = new Function(`return { ${jsProperty(name)}: 1 }`)();
    expect(Object.hasOwn(made, name)).toBe(true);
    expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
  });
});

describe('jsBinding', () => {
  it.each([
    ['orderId', 'orderId'],
    ['default', 'default_'],
    ['arguments', 'arguments_'],
    ['await', 'await_'],
    ['a-b', 'a_b'],
    ['1st', '_1st'],
    ['', '_'],
    ['größe', 'größe'],
  ])('%j → %s', (name, expected) => {
    expect(jsBinding(name)).toBe(expected);
    new Function(`"use strict"; return async function* (${jsBinding(name)}) {}`);
  });
});

describe('jsDoc', () => {
  it.each([
    ['nothing', '  \n ', []],
    ['one line', 'An order.', ['/** An order. */']],
    ['two', 'An\norder.', ['/**', ' * An', ' * order.', ' */']],
    ['an end', 'a */ process.exit(); /* b', ['/** a *\\/ process.exit(); /* b */']],
    ['a tag', 'x @type {any}', ['/** x \\@type {any} */']],
    ['a link', '{@link x}', ['/** {\\@link x} */']],
    ['an address', 'ada@example.com', ['/** ada@example.com */']],
    ['other line ends', 'a\r\nb\rc\u2028d', ['/**', ' * a', ' * b', ' * c', ' * d', ' */']],
    ['many blank lines', 'a\n\n \n\nb', ['/**', ' * a', ' *', ' * b', ' */']],
    ['hidden characters', 'a\u202eb\u0000c\u200b', ['/** abc */']],
  ])('%s', (_name, text, expected) => {
    expect(jsDoc(text)).toEqual(expected);
  });

  it('wraps at 100 columns and aligns the text of list items', () => {
    const words = Array.from({ length: 40 }, () => 'word').join(' ');
    const lines = jsDoc(`- ${words}\n${'x'.repeat(150)}`, 2);
    expect(lines[1]).toMatch(/^ {3}\* - word/u);
    expect(lines[2]).toMatch(/^ {3}\* {3}word/u);
    expect(lines.slice(0, -2).every((line) => line.length <= 100)).toBe(true);
    expect(lines.at(-2)).toBe(`   * ${'x'.repeat(150)}`);
  });

  it('puts our own tags last and leaves them tags', () => {
    const expected = ['/**', ' * Does it.', ' *', ' * @throws {E} `other`', ' */'];
    expect(jsDoc('Does it.', 0, ['@throws {E} `other`'])).toEqual(expected);
  });
});
