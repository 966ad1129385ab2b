import { nearest } from '../../../text/nearest.ts';
import { rustString } from '../../rust-text.ts';
import { TRIGGER_TYPES } from '../manifest/trigger-types.ts';
import type { Manifest } from '../manifest/view.ts';
import type { Rule } from '../rule.ts';
import type { Misfit } from '../serde/shape.ts';
import { at, entriesOf, entryAt, itemsOf, textOf } from '../toml/node.ts';
import { closest } from './closest.ts';

/** What stands in a trigger's table for every type. */
const COMMON: ReadonlySet<string> = new Set(['id', 'dependencies']);
const STATIC_RESPONSE = ['status_code', 'headers', 'body'];

const type: Rule = {
  id: 'trigger-type',
  severity: 'warning',
  stage: 'start',
  what: 'A type of trigger that neither Spin nor a plugin known here has',
  source: 'crates/trigger-http, crates/trigger-redis, spin-trigger-plugins',
  *check({ manifest: { root } }) {
    for (const { key, span } of entriesOf(at(root, 'trigger'))) {
      if (TRIGGER_TYPES.has(key)) continue;
      const close = nearest(key, [...TRIGGER_TYPES.keys()]);
      const hint =
        close === undefined
          ? 'Its plugin must be installed where it runs.'
          : `Did you mean \`${close}\`?`;
      const message = `no trigger of the type ${rustString(key)} is known; its keys were not checked`;
      yield { span, key: `trigger.${key}`, message, hint };
    }
  },
};

const keys: Rule = {
  id: 'trigger-keys',
  severity: 'error',
  stage: 'start',
  what: 'A key that the type of trigger does not have, lacks, or has with another type',
  source:
    'crates/http/src/config.rs, crates/trigger-redis/src/lib.rs, spin-trigger-plugins crates/trigger-*/src/lib.rs',
  *check({ manifest: { triggers } }) {
    for (const { type: name, table, key } of triggers) {
      const entries = new Map([...table.entries].filter(([entry]) => !COMMON.has(entry)));
      const misfits: Misfit[] = [];
      TRIGGER_TYPES.get(name)?.keys.check({ ...table, entries }, key, (misfit) =>
        misfits.push(misfit),
      );
      for (const { kind, ...finding } of misfits) if (kind !== 'sequence-as-table') yield finding;
    }
  },
};

const handler: Rule = {
  id: 'trigger-handler',
  severity: 'error',
  stage: 'start',
  what: 'An HTTP trigger with neither a component nor a static response, or with both',
  source: 'crates/http/src/config.rs (lookup_key)',
  *check({ manifest: { triggers } }) {
    for (const { type: name, table, key, id } of triggers) {
      const has = ['component', 'static_response'].filter((field) => table.entries.has(field));
      if (name !== 'http' || has.length === 1) continue;
      const count = has.length === 0 ? 'neither' : 'both';
      yield {
        span: table.span,
        key,
        message: `Triggers must specify either component or static_response - ${id} has ${count}`,
      };
    }
  },
};

const component: Rule = {
  id: 'component-missing',
  severity: 'error',
  stage: 'start',
  what: 'A trigger that names a component which is not there',
  source: 'crates/trigger-http/src/server.rs, crates/app; found at start, not at load',
  *check({ manifest }) {
    const ids = manifest.components.map(({ id }) => id);
    const known = new Set(ids);
    for (const { node, key } of manifest.triggers.flatMap(({ references }) => references)) {
      if (known.has(node.value)) continue;
      const message = `no such component ${rustString(node.value)}`;
      yield { span: node.span, key, message, hint: missingComponentHint(node.value, ids) };
    }
  },
};

/** What to do about a component that isn't there. */
export function missingComponentHint(id: string, ids: readonly string[]): string {
  const close = closest(id, ids);
  return close === undefined
    ? `Add [component.${id}] with its \`source\`.`
    : `Did you mean \`${close}\`?`;
}

const unreachable: Rule = {
  id: 'component-unreachable',
  severity: 'warning',
  stage: 'never',
  what: 'A component that no trigger and no dependency names: it is never loaded',
  source: 'tests/ (unsupported-import-unused)',
  *check({ manifest }) {
    const named = namedComponents(manifest);
    const composed = composedFiles(manifest);
    for (const { id, span, key, inline, table } of manifest.components) {
      const source = textOf(at(table, 'source')) ?? '';
      if (inline || named.has(id) || composed.has(plainPath(source))) continue;
      yield {
        span,
        key,
        message: `no trigger names the component ${rustString(id)}: it is never loaded`,
        hint: `Add a trigger: [[trigger.http]] with route = "/..." (or { private = true }) and component = "${id}"`,
      };
    }
  },
};

function namedComponents({ triggers, components }: Manifest): ReadonlySet<string | undefined> {
  return new Set([
    ...triggers.flatMap(({ references }) => references.map(({ node }) => node.value)),
    ...components.flatMap(({ table }) =>
      entriesOf(at(table, 'dependencies')).map(({ value }) => textOf(at(value, 'component'))),
    ),
  ]);
}

/** What dependencies name by path: a component may be there for `spin build` alone. */
function composedFiles({ triggers, components }: Manifest): ReadonlySet<string> {
  const ofComponents = components.flatMap(({ table }) =>
    entriesOf(at(table, 'dependencies')).map(({ value }) => value),
  );
  const ofTriggers = triggers.flatMap(({ table }) =>
    entriesOf(at(table, 'dependencies')).flatMap(({ value }) => itemsOf(value)),
  );
  const paths = [...ofComponents, ...ofTriggers].map((one) => textOf(at(one, 'path')) ?? '');
  return new Set(paths.filter((path) => path !== '').map(plainPath));
}

function plainPath(path: string): string {
  return path.replace(/^(?:\.\/)+/u, '');
}

const staticResponse: Rule = {
  id: 'static-response-field',
  severity: 'warning',
  stage: 'never',
  what: 'A key of `static_response` that Spin does not know, and does not refuse',
  source: 'measured; crates/http/src/config.rs (StaticResponse)',
  *check({ manifest: { triggers } }) {
    for (const { type: name, table, key } of triggers) {
      if (name !== 'http') continue;
      for (const entry of entriesOf(at(table, 'static_response'))) {
        if (STATIC_RESPONSE.includes(entry.key)) continue;
        const close = nearest(entry.key, STATIC_RESPONSE);
        yield {
          span: entry.span,
          key: `${key}.static_response.${entry.key}`,
          message: `\`${entry.key}\` is ignored: a static response has \`status_code\`, \`headers\` and \`body\``,
          ...(close === undefined ? {} : { hint: `Did you mean \`${close}\`?` }),
        };
      }
    }
  },
};

const wagi: Rule = {
  id: 'wagi',
  severity: 'warning',
  stage: 'start',
  what: 'The executor `wagi`, which Spin is to drop',
  source: 'crates/trigger-http/src/wagi.rs',
  *check({ manifest: { triggers } }) {
    for (const { table, key, type: name } of triggers) {
      const entry = entryAt(at(table, 'executor'), 'type');
      if (name !== 'http' || textOf(entry?.value) !== 'wagi' || entry === undefined) continue;
      const message = 'WAGI will be deprecated';
      const hint =
        'Build a component that exports wasi:http/incoming-handler, and remove the executor.';
      yield { span: entry.value.span, key: `${key}.executor.type`, message, hint };
    }
  },
};

const entrypoint: Rule = {
  id: 'wagi-entrypoint',
  severity: 'error',
  stage: 'start',
  what: 'An entry point of the executor `wagi` other than `_start`',
  source: 'crates/trigger-http/src/server.rs (handler_type_for_component)',
  *check({ manifest: { triggers } }) {
    for (const { table, key, id, type: name } of triggers) {
      const executor = at(table, 'executor');
      const entry = entryAt(executor, 'entrypoint');
      const isWagi = name === 'http' && textOf(at(executor, 'type')) === 'wagi';
      if (!isWagi || entry?.value.kind !== 'string' || entry.value.value === '_start') continue;
      const component = textOf(at(table, 'component')) ?? `${id}-component`;
      yield {
        span: entry.span,
        key: `${key}.executor.entrypoint`,
        message: `Wagi component '${component}' cannot use deprecated 'entrypoint' field`,
        hint: 'Remove it: `_start` is called.',
      };
    }
  },
};

const cron: Rule = {
  id: 'cron-expression',
  severity: 'warning',
  stage: 'start',
  what: 'A schedule without its first field, the seconds',
  source:
    'spin-trigger-plugins crates/trigger-cron/src/lib.rs (crate `cron`: six fields, and a year if any)',
  *check({ manifest: { triggers } }) {
    for (const { table, key, type: name } of triggers) {
      const node = at(table, 'cron_expression');
      const schedule = textOf(node);
      if (name !== 'cron' || node === undefined || schedule === undefined) continue;
      const fields = schedule.trim().split(/\s+/u).length;
      if (schedule.startsWith('@') || fields === 6 || fields === 7) continue;
      yield {
        span: node.span,
        key: `${key}.cron_expression`,
        message: `${rustString(schedule)} has ${fields} fields: there are six, the seconds first`,
        ...(fields === 5 ? { hint: `Write: cron_expression = "0 ${schedule.trim()}"` } : {}),
      };
    }
  },
};

const redisAddress: Rule = {
  id: 'redis-address',
  severity: 'error',
  stage: 'start',
  what: 'A Redis trigger whose server nobody names',
  source: 'crates/trigger-redis/src/lib.rs',
  *check({ manifest: { triggers, application } }) {
    if (at(at(at(application, 'trigger'), 'redis'), 'address') !== undefined) return;
    for (const { table, key, type: name } of triggers) {
      if (name !== 'redis' || table.entries.has('address')) continue;
      yield {
        span: table.span,
        key: `${key}.address`,
        message:
          'Redis URL did not parse: neither the trigger nor [application.trigger.redis] has an `address`',
        hint: 'Write: address = "redis://localhost:6379"',
      };
    }
  },
};

const secondCommand: Rule = {
  id: 'command-second',
  severity: 'warning',
  stage: 'never',
  what: 'A second command trigger: only the first is run',
  source: 'spin-trigger-plugins crates/trigger-command/src/lib.rs',
  *check({ manifest: { triggers } }) {
    const [, ...more] = triggers.filter(({ type: name }) => name === 'command');
    for (const { table, key } of more) {
      yield { span: table.span, key, message: 'this command is never run: only the first one is' };
    }
  },
};

export const triggerRules: readonly Rule[] = [
  type,
  keys,
  handler,
  component,
  unreachable,
  staticResponse,
  wagi,
  entrypoint,
  cron,
  redisAddress,
  secondCommand,
];
