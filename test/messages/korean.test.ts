import { describe, expect, it } from 'vitest';
import { withParticle } from '../../src/messages/korean.ts';
import { localeLang } from '../../src/messages/lang.ts';
import { fill } from '../../src/messages/template.ts';

describe('a particle', () => {
  it.each([
    ['서비스', '은/는', '서비스는'],
    ['컴포넌트', '을/를', '컴포넌트를'],
    ['월드', '이/가', '월드가'],
    ['인스턴스', '으로/로', '인스턴스로'],
    ['플랫폼', '으로/로', '플랫폼으로'],
    ['파일', '으로/로', '파일로'],
    ['파일', '을/를', '파일을'],
    ['롤백', '과/와', '롤백과'],
    ['Redis', '은/는', 'Redis는'],
    ['Spin', '은/는', 'Spin은'],
    ['SpinKube', '은/는', 'SpinKube는'],
    ['wasmtime', '으로/로', 'wasmtime으로'],
    ['wasmtime serve', '은/는', 'wasmtime serve는'],
    ['wasmCloud', '은/는', 'wasmCloud는'],
    ['Akamai Functions', '은/는', 'Akamai Functions는'],
    ['MySQL', '으로/로', 'MySQL로'],
    ['MySQL', '이/가', 'MySQL이'],
    ['JVM', '은/는', 'JVM은'],
    ['HTTP', '을/를', 'HTTP를'],
    ['JSON', '으로/로', 'JSON으로'],
    ['Gradle', '으로/로', 'Gradle로'],
    ['socket', '을/를', 'socket을'],
    ['spring-clinic', '을/를', 'spring-clinic을'],
    ['nest-chat', '이/가', 'nest-chat이'],
    ['my-app', '은/는', 'my-app은'],
    ['web', '과/와', 'web과'],
    ['orders', '을/를', 'orders를'],
    ['payment', '이/가', 'payment가'],
    ['catalog', '은/는', 'catalog는'],
    ['0.2', '으로/로', '0.2로'],
    ['0.3', '으로/로', '0.3으로'],
    ['`orders`', '을/를', '`orders`를'],
    ['주문(orders)', '은/는', '주문(orders)은'],
    ['…', '을/를', '…을(를)'],
    ['', '은/는', '은(는)'],
  ] as const)('of %s, %s: %s', (word, particle, want) => {
    expect(withParticle(word, particle)).toBe(want);
  });
});

describe('a text of a rule', () => {
  const filling = { what: 'Redis, MySQL', count: 1 };

  it.each([
    ['uses {what} ({count:place:places})', 'uses Redis, MySQL (1 place)'],
    ['{what:을/를} {count}곳에서 씁니다', 'Redis, MySQL을 1곳에서 씁니다'],
  ])('%s: %s', (template, want) => {
    expect(fill(template, filling)).toBe(want);
  });

  it('takes no part of a name for a placeholder or a pattern', () => {
    expect(fill('{what}', { what: '$& {count}', count: 2 })).toBe('$& {count}');
  });
});

describe('the language of a locale', () => {
  it.each([
    [{ LANG: 'ko_KR.UTF-8' }, 'ko'],
    [{ LANG: 'ko' }, 'ko'],
    [{ LC_ALL: 'en_US.UTF-8', LANG: 'ko_KR.UTF-8' }, 'en'],
    [{ LC_MESSAGES: 'ko_KR', LANG: 'C' }, 'ko'],
    [{ LC_ALL: '', LANG: 'ko_KR' }, 'ko'],
    [{ LANG: 'kok_IN' }, 'en'],
    [{ LANG: 'de_DE.UTF-8' }, 'en'],
    [{ LANG: 'C' }, 'en'],
    [{}, 'en'],
  ] as const)('%j: %s', (env, want) => {
    expect(localeLang(env)).toBe(want);
  });
});
