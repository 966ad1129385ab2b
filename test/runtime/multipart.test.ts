import { describe, expect, test } from 'vitest';
import { concatenate } from '../../templates/runtime/bytes.ts';
import { MultipartError, type Part, readMultipart } from '../../templates/runtime/multipart.ts';
import { writeMultipart } from '../../templates/runtime/write-multipart.ts';
import { pick, type Random, seeded } from './arbitrary.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const type = (boundary: string) => `multipart/form-data; boundary=${boundary}`;
const read = (body: string, contentType = type('b')) => readMultipart(utf8(body), contentType);
const shown = (parts: readonly Part[]) =>
  parts.map(({ data, ...part }) => ({ ...part, data: new TextDecoder().decode(data) }));
const plain = (name: string, data: string) => ({
  ...{ name, data, filename: undefined, contentType: undefined },
});

const head = 'Content-Disposition: form-data; name="a"';

describe('readMultipart', () => {
  test('reads what a browser sends', () => {
    const body = [
      '------WebKitFormBoundaryx\r\nContent-Disposition: form-data; name="title"\r\n\r\nTee ☕\r\n',
      '------WebKitFormBoundaryx\r\nContent-Disposition: form-data; name="photo"; filename="a &quot; %22b%22.png"\r\n',
      'Content-Type: image/png\r\n\r\n\r\n\r\n--\r\n------WebKitFormBoundaryx--\r\n',
    ].join('');
    expect(shown(read(body, type('----WebKitFormBoundaryx')))).toEqual([
      plain('title', 'Tee ☕'),
      {
        name: 'photo',
        filename: 'a &quot; "b".png',
        contentType: 'image/png',
        data: '\r\n\r\n--',
      },
    ]);
  });

  test.each<[what: string, body: string, data: string[]]>([
    ['no part', '--b--', []],
    ['no part, and a line end', '--b--\r\n', []],
    ['a preamble and an epilogue', `hello\r\n--b\r\n${head}\r\n\r\n1\r\n--b--\r\nbye --b`, ['1']],
    ['a preamble that looks like it', `x--b\r\n--b\r\n${head}\r\n\r\n1\r\n--b--`, ['1']],
    ['blanks after a boundary', `--b \t\r\n${head}\r\n\r\n1\r\n--b-- \r\n`, ['1']],
    ['no data', `--b\r\n${head}\r\n\r\n\r\n--b--`, ['']],
    ['no data and no empty line of its own', `--b\r\n${head}\r\n\r\n--b--`, ['']],
    [
      'a boundary that goes on',
      `--b\r\n${head}\r\n\r\n1\r\n--bc\r\n--b--x\r\n--b--`,
      ['1\r\n--bc\r\n--b--x'],
    ],
    ['a boundary inside a line', `--b\r\n${head}\r\n\r\n1\n--b--\r--b\r\n--b--`, ['1\n--b--\r--b']],
    ['half a boundary', `--b\r\n${head}\r\n\r\n\r\n-\r\r\n--\r\n--b--`, ['\r\n-\r\r\n--']],
    ['headers in any case', `--b\r\ncontent-DISPOSITION:form-data;NAME=a\r\n\r\n1\r\n--b--`, ['1']],
    ['other headers', `--b\r\nX-A: b\r\n${head}\r\nContent-Length: 9\r\n\r\n1\r\n--b--`, ['1']],
    [
      'an encoding that is none',
      `--b\r\n${head}\r\nContent-Transfer-Encoding: 8BIT\r\n\r\n1\r\n--b--`,
      ['1'],
    ],
  ])('%s', (_what, body, data) => {
    expect(shown(read(body))).toEqual(data.map((text) => plain('a', text)));
  });

  test.each([
    ['multipart/form-data; charset=utf-8; boundary="b b"', 'b b'],
    ["multipart/form-data;boundary='()+_,-./:=?'", "'()+_,-./:=?'"],
    ['Multipart/Form-Data; BOUNDARY=B;', 'B'],
  ])('takes the boundary of %s', (contentType, boundary) => {
    const body = `--${boundary}\r\n${head}\r\n\r\n1\r\n--${boundary}--`;
    expect(shown(read(body, contentType))).toEqual([plain('a', '1')]);
  });

  test.each<[disposition: string, name: string, filename: string | undefined]>([
    ['name=a', 'a', undefined],
    ['name=""', '', undefined],
    ['name="a;b=\\"c\\\\"', 'a;b="c\\', undefined],
    ['name="größe [] 🫖"', 'größe [] 🫖', undefined],
    ['name="__proto__"', '__proto__', undefined],
    ['name="a%0D%0Ab%22%41"', 'a\r\nb"%41', undefined],
    ['name="a"; filename=""', 'a', ''],
    ['filename=x.png; name="a";', 'a', 'x.png'],
    ['name="a"; filename="C:\\dir\\x.png"', 'a', 'C:\\dir\\x.png'],
    ["name=a; filename=x; filename*=UTF-8''na%C3%AFve%20%22.txt", 'a', 'naïve ".txt'],
    ["name=a; filename*=utf-8'en'x", 'a', 'x'],
  ])('content-disposition %s', (disposition, name, filename) => {
    const body = `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n\r\n--b--`;
    expect(shown(read(body))).toEqual([{ ...plain(name, ''), filename }]);
  });

  test.each<[what: string, body: string, problem: RegExp]>([
    ['nothing', '', /^it ends before its last boundary/],
    ['no last boundary', `--b\r\n${head}\r\n\r\n1\r\n`, /^it ends before its last/],
    ['an unfinished last boundary', `--b\r\n${head}\r\n\r\n1\r\n--b-`, /^it ends before its last/],
    ['another boundary', `--c\r\n${head}\r\n\r\n1\r\n--c--`, /^it ends before its last/],
    ['line feeds alone', `--b\n${head}\n\n1\n--b--`, /^it ends before its last/],
    [
      'headers that end in line feeds',
      `--b\r\n${head}\n\r\n\r\n1\r\n--b--`,
      /^part 1: it has a line that is no/,
    ],
    ['cut off headers', `--b\r\n${head}`, /^part 1: its headers are cut off/],
    ['no headers', '--b\r\n\r\n1\r\n--b--', /^part 1: it has no content-disposition/],
    [
      'headers that the end cuts off',
      `--b\r\n${head}\r\n--b--`,
      /^part 1: its headers are cut off|no header/,
    ],
    [
      'a folded header',
      `--b\r\n${head};\r\n filename="x"\r\n\r\n1\r\n--b--`,
      /^part 1: it has a line that is no header/,
    ],
    [
      'a blank before the colon',
      `--b\r\n${head.replace(':', ' :')}\r\n\r\n1\r\n--b--`,
      /^part 1: it has a line that is no/,
    ],
    [
      'a header twice',
      `--b\r\n${head}\r\n${head}\r\n\r\n1\r\n--b--`,
      /^part 1: .*content-disposition twice/,
    ],
    ['no name', '--b\r\nContent-Disposition: form-data\r\n\r\n\r\n--b--', /^part 1: it has no/],
    ['two names', `--b\r\n${head}; name="c"\r\n\r\n\r\n--b--`, /^part 1: it has no/],
    ['an open quote', `--b\r\n${head};filename="x\r\n\r\n\r\n--b--`, /^part 1: it has no/],
    ['text after a parameter', `--b\r\n${head} x\r\n\r\n\r\n--b--`, /^part 1: it has no/],
    [
      'an attachment',
      `--b\r\n${head.replace('form-data', 'attachment')}\r\n\r\n\r\n--b--`,
      /^part 1: it has no/,
    ],
    [
      'a malformed filename*',
      `--b\r\n${head}; filename*=UTF-8''%E9\r\n\r\n\r\n--b--`,
      /^part 1: its filename\*/,
    ],
    [
      'base64',
      `--b\r\n${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n\r\n--b--`,
      /^part 1: its content-transfer/,
    ],
    ['the second part', `--b\r\n${head}\r\n\r\n1\r\n--b\r\nx\r\n\r\n\r\n--b--`, /^part 2: /],
    [
      'headers without end',
      `--b\r\n${head}\r\n${'X: y\r\n'.repeat(2000)}\r\n\r\n--b--`,
      /too long|twice/,
    ],
    [
      'a long header',
      `--b\r\n${head}\r\nX: ${'y'.repeat(9000)}\r\n\r\n\r\n--b--`,
      /^part 1: .* too long/,
    ],
    [
      'too many parts',
      `--b\r\n${`${head}\r\n\r\n\r\n--b\r\n`.repeat(1001)}`,
      /^it has over 1000 parts/,
    ],
  ])('refuses %s', (_what, body, problem) => {
    expect(() => read(body)).toThrow(
      expect.objectContaining({ name: 'MultipartError', message: expect.stringMatching(problem) }),
    );
  });

  test('refuses a header that is no UTF-8', () => {
    const body = Uint8Array.from(utf8(`--b\r\n${head}\r\n\r\n\r\n--b--`), (byte) =>
      byte === 'a'.charCodeAt(0) ? 0xe9 : byte,
    );
    expect(() => readMultipart(body, type('b'))).toThrow(
      /^part 1: it has a line that is no header/,
    );
  });

  test.each([
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary="a "',
    `multipart/form-data; boundary=${'a'.repeat(71)}`,
    'multipart/form-data; boundary="ä"',
    'multipart/form-data; boundary=a; boundary=b',
    'multipart/form-data; boundary="a',
  ])('refuses %s', (contentType) => {
    expect(() => read('--a--', contentType)).toThrow(/^its content type has (?:no|a bad) boundary/);
  });

  test('keeps every byte, as a view of the body', () => {
    const all = Uint8Array.from({ length: 256 }, (_, index) => index);
    const body = new Uint8Array([...utf8(`--b\r\n${head}\r\n\r\n`), ...all, ...utf8('\r\n--b--')]);
    const [part] = readMultipart(body, type('b'));
    expect(part?.data).toEqual(all);
    expect(part?.data.buffer).toBe(body.buffer);
  });

  test('is not slow with bytes that nearly are boundaries', () => {
    const boundary = 'x'.repeat(70);
    const nearly = `\r\n--${boundary.slice(1)}`.repeat(50_000) + '\r'.repeat(3_000_000);
    const body = `--${boundary}\r\n${head}\r\n\r\n${nearly}\r\n--${boundary}--`;
    // In quadratic time it would outlast the test by hours.
    expect(read(body, type(boundary))).toHaveLength(1);
  });
});

describe('writeMultipart', () => {
  const part = (name: string, data: string, more: Partial<Part> = {}): Part => ({
    ...{ name, data: utf8(data) },
    ...more,
  });

  test('writes headers as browsers do', () => {
    const { type: contentType, data } = writeMultipart([
      part('a "b"\r\n\\', '1'),
      part('file', '', { filename: 'a\\b\\', contentType: 'text/plain;charset=utf-8' }),
    ]);
    expect(contentType).toBe('multipart/form-data; boundary=_form-data-0_');
    expect(new TextDecoder().decode(data)).toBe(
      [
        '--_form-data-0_',
        'Content-Disposition: form-data; name="a %22b%22%0D%0A\\\\"',
        '',
        '1',
        '--_form-data-0_',
        'Content-Disposition: form-data; name="file"; filename="a\\b\\\\"',
        'Content-Type: text/plain;charset=utf-8',
        '',
        '',
        '--_form-data-0_--',
        '',
      ].join('\r\n'),
    );
  });

  test('takes a boundary that is in no part, the same each time', () => {
    const boundary = (...parts: Part[]) => writeMultipart(parts).type.split('=')[1];
    expect(boundary(part('a', '_form-data-1_'))).toBe('_form-data-0_');
    expect(boundary(part('a', 'x_form-data-0_form-data-1'))).toBe('_form-data-2_');
    expect(boundary(part('a', ''), part('_form-data-0', '_form-data-2'))).toBe('_form-data-1_');
    expect(boundary(part('a', '', { filename: '_form-data-0_' }))).toBe('_form-data-1_');
    expect(boundary(part('a', '_form-data-00_ _form-data-'))).toBe('_form-data-0_');
  });

  test('refuses a content type that would be more headers', () => {
    for (const contentType of ['a/b\r\nX: y', 'a/b\r\n', 'a/b\0', 'a/☕']) {
      expect(() => writeMultipart([part('f', '', { contentType })])).toThrow(
        expect.objectContaining({ pointer: '/f' }),
      );
    }
  });
});

const NAMES = [
  'a',
  '',
  '"',
  '\\',
  '\\\\',
  '\\"',
  'a\\',
  '\r\n',
  ';name="x"',
  'é🫖',
  '__proto__',
  '%',
  '%2',
  "''",
  ' a ',
];

function anyPart(random: Random): Part {
  const pieces = ['\r\n', '--', '_form-data-0_', '--_form-data-0_--', '\r', '\n', '\0', 'é', ''];
  const text = Array.from({ length: Math.floor(random() * 9) }, () => pick(random, pieces)).join(
    '',
  );
  return {
    name: pick(random, NAMES),
    filename: random() < 0.5 ? pick(random, NAMES) : undefined,
    contentType:
      random() < 0.5 ? pick(random, ['image/png', 'text/plain; charset="utf-8"']) : undefined,
    data: random() < 0.2 ? Uint8Array.from({ length: 300 }, () => random() * 256) : utf8(text),
  };
}

test('parts come back as they were', () => {
  for (let seed = 0; seed < 500; seed += 1) {
    const random = seeded(seed);
    const parts = Array.from({ length: Math.floor(random() * 5) }, () => anyPart(random));
    const { type: contentType, data } = writeMultipart(parts);
    const back = readMultipart(data, contentType);
    expect(
      back.map((one) => ({ ...one, data: [...one.data] })),
      `seed ${seed}`,
    ).toEqual(parts.map((one) => ({ ...one, data: [...one.data] })));
  }
});

test('changed bytes are read or refused', () => {
  let refused = 0;
  for (let seed = 0; seed < 1000; seed += 1) {
    const random = seeded(seed);
    const { type: contentType, data } = writeMultipart([anyPart(random), anyPart(random)]);
    const pieces = ['\r\n', '--', '"', ';', ':', '\\', '\0', '', '_form-data-0_'].map(utf8);
    const at = Math.floor(random() * data.length);
    const to = at + Math.floor(random() * 9);
    const body = concatenate([data.subarray(0, at), pick(random, pieces), data.subarray(to)]);
    try {
      const length = readMultipart(body, contentType).reduce(
        (sum, one) => sum + one.data.length,
        0,
      );
      expect(length).toBeLessThan(body.length);
    } catch (error) {
      expect(error, `seed ${seed}`).toBeInstanceOf(MultipartError);
      refused += 1;
    }
  }
  expect(refused).toBeGreaterThan(100);
});

test('what Node writes is read', async () => {
  const form = new FormData();
  form.append('a"\r\n', 'é');
  form.append(
    'f',
    new Blob([new Uint8Array([0, 13, 10, 255])], { type: 'image/png' }),
    'x "y".png',
  );
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const contentType = request.headers.get('content-type') ?? '';
  const parts = readMultipart(new Uint8Array(await request.arrayBuffer()), contentType);
  expect(parts.map(({ data, ...part }) => ({ ...part, data: [...data] }))).toEqual([
    { ...plain('a"\r\n', ''), data: [...utf8('é')] },
    { name: 'f', filename: 'x "y".png', contentType: 'image/png', data: [0, 13, 10, 255] },
  ]);
});

test('what is written is read by Node', async () => {
  const { type: contentType, data } = writeMultipart([
    { name: 'a "b"', data: utf8('é') },
    { name: 'f', filename: 'x.bin', contentType: 'image/png', data: new Uint8Array([0, 13, 10]) },
  ]);
  const form = await new Response(data, { headers: { 'content-type': contentType } }).formData();
  expect(form.get('a "b"')).toBe('é');
  const file = form.get('f') as File;
  expect([file.name, file.type, [...new Uint8Array(await file.arrayBuffer())]]).toEqual([
    'x.bin',
    'image/png',
    [0, 13, 10],
  ]);
});
