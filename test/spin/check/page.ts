import type { Rule, Stage } from '../../../src/spin/check/rule.ts';
import { RULES_BY_SUBJECT } from '../../../src/spin/check/rules/index.ts';

const STAGES: Readonly<Record<Stage, string>> = {
  parse: 'while it parses',
  load: 'while it loads',
  build: '`spin build`',
  start: 'when it starts',
  request: 'at a request',
  never: 'never',
};

/** docs/spin-manifest-checks.md, made from the rules. */
export function page(): string {
  const count = [...RULES_BY_SUBJECT.values()].flat().length;
  return [
    '<!-- Written by `npx vitest run test/spin -u` from the rules in src/spin/check/rules/. -->',
    '# What `check` looks for in a Spin manifest',
    '',
    `\`generator-wasm-component check [spin.toml]\` has ${count} rules. An **error** is what Spin refuses, and its message is Spin's; a **warning** is what Spin takes and then does wrong. The third column says when Spin itself would tell. Sources are files of spinframework/spin at 94a8fc8a (2026-08-21, 4.1.0-pre0), of its plugins where they are named, or what that Spin did when it was tried ("measured", 2026-11-24).`,
    '',
    'A manifest of version 1 is checked as such, and as the manifest of version 2 that Spin makes of it. Of a text that is no TOML 1.0 only that is told.',
    ...[...RULES_BY_SUBJECT].flatMap(([title, rules]) => ['', `## ${title}`, '', ...table(rules)]),
    '',
  ].join('\n');
}

function table(rules: readonly Rule[]): readonly string[] {
  return [
    '| rule | | Spin tells | what it finds | source |',
    '|---|---|---|---|---|',
    ...rules.map(({ id, severity, stage, what, source }) => {
      const cells = [`\`${id}\``, severity, STAGES[stage], what, source];
      return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    }),
  ];
}
