import { nearest } from '../../../text/nearest.ts';
import { labelProblem } from '../../ids.ts';
import { DEFAULT_LABEL, RUNTIME_CONFIG } from '../../runtime-config.ts';
import { rustString } from '../../rust-text.ts';
import type { Manifest } from '../manifest/view.ts';
import type { Finding, Rule, Subject } from '../rule.ts';
import { missingField } from '../serde/words.ts';
import { at, entriesOf, stringsOf, type TomlString } from '../toml/node.ts';
import { closest } from './closest.ts';

/** What has a label, and where its label is given a store. */
const KEY_VALUE = { list: 'key_value_stores', config: 'key_value_store' } as const;
const SQLITE = { list: 'sqlite_databases', config: 'sqlite_database' } as const;
type Labelled = typeof KEY_VALUE | typeof SQLITE;

interface Label {
  readonly node: TomlString;
  readonly key: string;
  readonly component: string;
}

function labelsOf({ components }: Manifest, { list }: Labelled): readonly Label[] {
  return components.flatMap(({ table, key, id }) =>
    stringsOf(at(table, list)).map((node, index) => ({
      node,
      key: `${key}.${list}[${index}]`,
      component: id,
    })),
  );
}

/** Only `default` is there without a runtime configuration. */
function* undefinedLabels(
  { manifest, runtimeConfig }: Subject,
  labelled: Labelled,
  message: (label: Label) => string,
): Iterable<Finding> {
  const defined = [
    DEFAULT_LABEL,
    ...entriesOf(at(runtimeConfig, labelled.config)).map(({ key }) => key),
  ];
  for (const label of labelsOf(manifest, labelled)) {
    const name = label.node.value;
    if (defined.includes(name) || labelProblem(name) !== undefined) continue;
    const close = closest(name, defined);
    yield {
      span: label.node.span,
      key: label.key,
      message: message(label),
      hint:
        close === undefined
          ? `Define it in ${RUNTIME_CONFIG}: [${labelled.config}.${name}] type = "spin", and start with \`spin up --runtime-config-file ${RUNTIME_CONFIG}\`; \`check\` has that flag too.`
          : `Did you mean \`${close}\`?`,
    };
  }
}

const store: Rule = {
  id: 'store-unknown',
  severity: 'error',
  stage: 'start',
  what: 'A key-value store other than `default` that no runtime configuration defines: `runtime-config.toml` beside the manifest, or the file that is named',
  source: 'crates/factor-key-value/src/lib.rs',
  check: (subject) =>
    undefinedLabels(
      subject,
      KEY_VALUE,
      ({ node, component }) =>
        `unknown key_value_stores label ${rustString(node.value)} for component ${rustString(component)}`,
    ),
};

const database: Rule = {
  id: 'database-unknown',
  severity: 'error',
  stage: 'start',
  what: 'A SQLite database other than `default` that no runtime configuration defines: `runtime-config.toml` beside the manifest, or the file that is named',
  source: 'crates/factor-sqlite/src/lib.rs',
  check: (subject) =>
    undefinedLabels(
      subject,
      SQLITE,
      ({ node, component }) =>
        `One or more components use SQLite databases which are not defined. - Component ${component} uses database '${node.value}'`,
    ),
};

/** Spin's documentation, "Dynamic configuration" (v4), and `crates/runtime-config/src/lib.rs`. */
const CONFIG_KEYS = [
  'key_value_store',
  'sqlite_database',
  'llm_compute',
  'config_provider',
  'variables_provider',
  'client_tls',
  'outbound_http',
  'outbound_redis',
  'outbound_pg',
  'outbound_mysql',
  'outbound_mqtt',
  'outbound_networking',
  'blob_store',
  'state_dir',
  'log_dir',
];

const configKey: Rule = {
  id: 'runtime-config-key',
  severity: 'error',
  stage: 'start',
  what: 'A key of `runtime-config.toml` that Spin does not know',
  source: 'crates/factors/src/runtime_config/toml.rs',
  *check({ runtimeConfig }) {
    for (const { key, span } of entriesOf(runtimeConfig)) {
      if (CONFIG_KEYS.includes(key)) continue;
      const close = nearest(key, CONFIG_KEYS);
      yield {
        span,
        key,
        isRuntimeConfig: true,
        message: `unused runtime config key(s): ${key}`,
        ...(close === undefined ? {} : { hint: `Did you mean \`${close}\`?` }),
      };
    }
  },
};

const configType: Rule = {
  id: 'runtime-config-type',
  severity: 'error',
  stage: 'start',
  what: 'A store or a database in `runtime-config.toml` without its `type`',
  source: 'crates/factor-key-value/src/runtime_config/spin.rs',
  *check({ runtimeConfig }) {
    for (const table of [KEY_VALUE.config, SQLITE.config]) {
      for (const { key, value } of entriesOf(at(runtimeConfig, table))) {
        if (at(value, 'type') !== undefined) continue;
        yield {
          span: value.span,
          key: `${table}.${key}`,
          isRuntimeConfig: true,
          message: missingField('type'),
          hint: 'Write: type = "spin"',
        };
      }
    }
  },
};

export const storeRules: readonly Rule[] = [store, database, configKey, configType];
