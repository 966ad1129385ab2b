import { nearest } from '../../../text/nearest.ts';
import { rustString } from '../../rust-text.ts';
import type { Manifest } from '../manifest/view.ts';
import type { Rule } from '../rule.ts';
import { at, itemsOf, type TomlNode, textOf } from '../toml/node.ts';
import { leavesFolder } from './files.ts';

/** spinframework/spin-environments 95db265b (2026-07-17), `envs/`. */
const CATALOGUE = ['spin-up:3.2', 'spin-up:3.4', 'spin-up:3.5', 'spin-up:3.6', 'akamai-functions'];

interface Target {
  readonly node: TomlNode;
  readonly key: string;
}

function targetsOf({ application, components }: Manifest): readonly Target[] {
  const tables = [
    { table: application, key: 'application' },
    ...components.map(({ table, key }) => ({ table, key })),
  ];
  return tables.flatMap(({ table, key }) =>
    itemsOf(at(table, 'targets')).map((node, index) => ({ node, key: `${key}.targets[${index}]` })),
  );
}

const unknown: Rule = {
  id: 'target-unknown',
  severity: 'warning',
  stage: 'build',
  what: 'A target that the catalogue does not have: `spin build` fails after it has built',
  source: 'crates/environments; catalogue of spin-environments 95db265b',
  *check({ manifest }) {
    for (const { node, key } of targetsOf(manifest)) {
      const name = textOf(node);
      if (name === undefined || CATALOGUE.includes(name.replace('@', ':'))) continue;
      const close = nearest(name, CATALOGUE);
      const hint =
        close === undefined ? `It has ${CATALOGUE.join(', ')}.` : `Did you mean "${close}"?`;
      const message = `the catalogue of targets has no ${rustString(name)} (as of 2026-07-17)`;
      yield { span: node.span, key, message, hint };
    }
  },
};

const missing: Rule = {
  id: 'target-missing',
  severity: 'warning',
  stage: 'build',
  what: 'A target by path that is not there',
  source: 'crates/environments',
  *check({ manifest, around }) {
    for (const { node, key } of targetsOf(manifest)) {
      const path = textOf(at(node, 'path'));
      if (around === undefined || path === undefined || leavesFolder(path)) continue;
      if (around.kindOf(path) !== undefined) continue;
      yield { span: node.span, key, message: `${rustString(path)} does not exist` };
    }
  },
};

export const targetRules: readonly Rule[] = [unknown, missing];
