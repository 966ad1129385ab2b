import type { Finding, Rule } from '../rule.ts';
import { Places } from '../toml/places.ts';
import { adviceFor, type TomlRefusal } from '../toml/refusal.ts';

const syntax: Rule = {
  id: 'toml-syntax',
  severity: 'error',
  stage: 'parse',
  what: 'A text that is no TOML 1.0, at the place where Spin gives up reading it',
  source:
    'crate `toml` 0.8 (`toml_edit` 0.22), which Spin 3 and 4 have; compared with it on mutants',
  check: ({ syntax }) => syntax,
};

/** Of a text that is no TOML nothing else can be told. */
export const syntaxRules: readonly Rule[] = [syntax];

/** What the rule tells of a refused text. */
export function syntaxFinding(refusal: TomlRefusal, text: string): Finding {
  const start = new Places(text).ofRefusal(refusal.at);
  return {
    span: { start, end: { line: start.line, column: start.column + 1 } },
    key: '',
    message: refusal.message,
    hint: adviceFor(refusal, text),
  };
}
