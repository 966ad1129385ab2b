import type { Rule } from '../rule.ts';
import { at, textOf } from '../toml/node.ts';

const workdir: Rule = {
  id: 'build-workdir',
  severity: 'warning',
  stage: 'build',
  what: 'A working directory that is not relative: the application loads, and `spin build` refuses it',
  source: 'crates/build/src/lib.rs (construct_workdir)',
  *check({ manifest: { components } }) {
    for (const { table, key } of components) {
      const node = at(at(table, 'build'), 'workdir');
      const path = textOf(node);
      if (node === undefined || path === undefined || !/^(?:[\\/]|[A-Za-z]:)/u.test(path)) continue;
      yield {
        span: node.span,
        key: `${key}.build.workdir`,
        message: 'The workdir specified in the application file must be relative.',
        hint: 'Write it as seen from the folder of the manifest.',
      };
    }
  },
};

const noCommand: Rule = {
  id: 'build-no-command',
  severity: 'warning',
  stage: 'never',
  what: 'A build without a command: `spin build` does nothing and calls it done',
  source: 'crates/manifest/src/schema/common.rs (Commands)',
  *check({ manifest: { components } }) {
    for (const { table, key } of components) {
      const node = at(at(table, 'build'), 'command');
      const commands = node?.kind === 'array' ? node.items.map(textOf) : [textOf(node)];
      if (node === undefined || commands.some((command) => command?.trim() !== '')) continue;
      const message = 'there is no command: `spin build` would do nothing';
      yield { span: node.span, key: `${key}.build.command`, message };
    }
  },
};

export const buildRules: readonly Rule[] = [workdir, noCommand];
