// biome-ignore-all lint/suspicious/noTemplateCurlyInString: JavaScript templates are what is read
import { describe, expect, it } from 'vitest';
import { lex, SYNTAX } from '../../src/evidence/text/lexer.ts';

const CASES = [
  ['javascript', 'a("x"); // b("y")', 'a(" ");          ', 'a("x");          '],
  ['javascript', "a = `x${b('y')}z`;", "a = ` ${b(' ')} `;", "a = `x${b('y')}z`;"],
  [
    'javascript',
    'a = /["/*]/.test(b) / 2;',
    'a = /     /.test(b) / 2;',
    'a = /["/*]/.test(b) / 2;',
  ],
  ['javascript', "a('it\\'s', b)", "a('     ', b)", "a('it\\'s', b)"],
  ['javascript', "a('open\nb()", "a('    \nb()", "a('open\nb()"],
  [
    'java',
    'a("""\n"x" // y\n""") /* z\n */ b',
    'a("""\n        \n""")     \n    b',
    'a("""\n"x" // y\n""")     \n    b',
  ],
  [
    'python',
    '"""a()\n# b"""\nc("#") # d',
    '"""   \n   """\nc(" ")    ',
    '"""a()\n# b"""\nc("#")    ',
  ],
  ['go', 'a := `\\` // b', 'a := ` `     ', 'a := `\\`     '],
] as const;

describe('lex', () => {
  it.each(CASES)('tells code from strings and comments: %s %j', (language, source, code, text) => {
    expect(lex(source, SYNTAX[language])).toEqual({ code, text });
  });

  it('keeps offsets and lines whatever it reads', () => {
    const source = "a`${`${'`'}`}` /* \n * ' */ 'b\n\" // ${ }}} `";
    for (const syntax of Object.values(SYNTAX)) {
      const { code, text } = lex(source, syntax);
      expect([code.length, text.length]).toEqual([source.length, source.length]);
      expect(code.split('\n').length).toBe(source.split('\n').length);
    }
  });
});
