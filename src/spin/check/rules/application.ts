import { TRIGGER_TYPES } from '../manifest/trigger-types.ts';
import type { Rule } from '../rule.ts';
import type { Misfit } from '../serde/shape.ts';
import { keyIn } from '../serde/shape.ts';
import { at, entriesOf, entryAt, itemsOf, textOf } from '../toml/node.ts';

const noTriggers: Rule = {
  id: 'no-triggers',
  severity: 'error',
  stage: 'start',
  what: 'An application that nothing starts',
  source: 'src/commands/up.rs',
  *check({ manifest: { root } }) {
    const entry = entryAt(root, 'trigger');
    if (entry?.value.kind !== 'table') return;
    if (
      entriesOf(entry.value).some(
        ({ value }) => value.kind !== 'array' || itemsOf(value).length > 0,
      )
    ) {
      return;
    }
    const hint = 'Add one: [[trigger.http]] with `route` and `component`.';
    yield { span: entry.span, key: 'trigger', message: 'No triggers in app', hint };
  },
};

const applicationTriggerKeys: Rule = {
  id: 'application-trigger-keys',
  severity: 'error',
  stage: 'start',
  what: 'Settings in `[application.trigger.<type>]` that the type does not have, or lacks',
  source: 'crates/trigger-http/src/lib.rs, crates/trigger-redis/src/lib.rs, spin-trigger-plugins',
  *check({ manifest: { application } }) {
    for (const { key, value } of entriesOf(at(application, 'trigger'))) {
      const misfits: Misfit[] = [];
      const path = keyIn('application.trigger', key);
      TRIGGER_TYPES.get(key)?.application?.check(value, path, (misfit) => misfits.push(misfit));
      for (const { kind, ...finding } of misfits) if (kind !== 'sequence-as-table') yield finding;
    }
  },
};

const unusedSettings: Rule = {
  id: 'application-trigger-unused',
  severity: 'warning',
  stage: 'never',
  what: 'Settings for a type of trigger that the application does not have',
  source: 'crates/manifest/src/schema/v2/app_details.rs',
  *check({ manifest: { application, triggers } }) {
    const used = new Set(triggers.map(({ type }) => type));
    for (const { key, span } of entriesOf(at(application, 'trigger'))) {
      if (used.has(key)) continue;
      const message = `there is no [[trigger.${key}]] that these settings are for`;
      yield { span, key: keyIn('application.trigger', key), message };
    }
  },
};

const base: Rule = {
  id: 'http-base',
  severity: 'error',
  stage: 'start',
  what: 'The old `base` of HTTP triggers, other than `/`',
  source: 'crates/trigger-http/src/lib.rs',
  *check({ manifest: { application } }) {
    const entry = entryAt(at(at(application, 'trigger'), 'http'), 'base');
    const value = textOf(entry?.value);
    if (entry === undefined || value === undefined || value === '/') return;
    yield {
      span: entry.value.span,
      key: 'application.trigger.http.base',
      message:
        "This application is using the deprecated trigger 'base' field. The base must be prepended to each [[trigger.http]]'s 'route'.",
      hint: `Remove it, and write route = "${value.replace(/\/$/u, '')}/…"`,
    };
  },
};

const defaultBase: Rule = {
  id: 'http-base-default',
  severity: 'warning',
  stage: 'start',
  what: 'The old `base` of HTTP triggers, which does nothing when it is `/`',
  source: 'crates/trigger-http/src/lib.rs',
  *check({ manifest: { application } }) {
    const entry = entryAt(at(at(application, 'trigger'), 'http'), 'base');
    if (entry === undefined || textOf(entry.value) !== '/') return;
    yield {
      span: entry.span,
      key: 'application.trigger.http.base',
      message:
        "This application has the deprecated trigger 'base' set to the default value '/'. This may be an error in the future!",
      hint: 'Remove it.',
    };
  },
};

export const applicationRules: readonly Rule[] = [
  noTriggers,
  applicationTriggerKeys,
  unusedSettings,
  base,
  defaultBase,
];
