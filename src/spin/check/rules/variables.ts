import { lowerSnakeProblem } from '../../ids.ts';
import { rustString } from '../../rust-text.ts';
import { templateParts, templateVariables, UNMATCHED } from '../../templates.ts';
import type { Manifest } from '../manifest/view.ts';
import type { Rule } from '../rule.ts';
import { keyIn } from '../serde/shape.ts';
import { at, entriesOf, stringsOf, type TomlNode, type TomlString, textOf } from '../toml/node.ts';
import { closest } from './closest.ts';

/** A text that Spin fills in. */
interface Template {
  readonly node: TomlString;
  readonly key: string;
}

/** The variables of components, and what triggers fill in. Hosts have their own rules. */
function templatesOf({ components, triggers, application }: Manifest): readonly Template[] {
  const settings = at(at(application, 'trigger'), 'redis');
  const mqtt = at(at(application, 'trigger'), 'mqtt');
  return [
    ...components.flatMap(({ table, key }) =>
      entriesOf(at(table, 'variables')).flatMap((entry) =>
        template(entry.value, keyIn(`${key}.variables`, entry.key)),
      ),
    ),
    ...triggers
      .filter(({ type }) => type === 'redis')
      .flatMap(({ table, key }) =>
        ['address', 'channel'].flatMap((name) => template(at(table, name), `${key}.${name}`)),
      ),
    ...template(at(settings, 'address'), 'application.trigger.redis.address'),
    ...['address', 'username', 'password'].flatMap((name) =>
      template(at(mqtt, name), `application.trigger.mqtt.${name}`),
    ),
  ];
}

function template(node: TomlNode | undefined, key: string): readonly Template[] {
  return node?.kind === 'string' ? [{ node, key }] : [];
}

const value: Rule = {
  id: 'variable-value',
  severity: 'error',
  stage: 'load',
  what: 'A variable that is both required and has a default, or neither',
  source: 'crates/loader/src/local.rs (locked_variable)',
  *check({ manifest }) {
    for (const { table, span, key } of manifest.variables) {
      const required = table.entries.get('required')?.value;
      const isRequired = required?.kind === 'boolean' && required.text === 'true';
      const hasDefault = table.entries.has('default');
      if (isRequired !== hasDefault) continue;
      yield {
        span,
        key,
        message: 'must be `required` OR have a `default`',
        hint: hasDefault
          ? 'Remove `default` (then it must be given when the application starts), or `required`.'
          : 'Write { required = true } or { default = "…" }',
      };
    }
  },
};

const secretDefault: Rule = {
  id: 'secret-default',
  severity: 'warning',
  stage: 'never',
  what: 'A secret with a default, which is in the manifest for everybody to read: `secret` hides nothing',
  source: 'crates/loader/src/local.rs; nothing else reads `secret`',
  *check({ manifest }) {
    for (const { table, key } of manifest.variables) {
      const secret = table.entries.get('secret')?.value;
      const entry = table.entries.get('default');
      const isSecret = secret?.kind === 'boolean' && secret.text === 'true';
      if (!isSecret || entry === undefined || textOf(entry.value) === '') continue;
      yield {
        span: entry.span,
        key: `${key}.default`,
        message: 'a secret has no default: this one is in the manifest for everybody to read',
        hint: 'Write { required = true, secret = true }, and give its value when the application starts.',
      };
    }
  },
};

const unmatched: Rule = {
  id: 'template-unmatched',
  severity: 'error',
  stage: 'start',
  what: 'A `{{` without its `}}`',
  source: 'crates/expressions/src/template.rs',
  *check({ manifest }) {
    for (const { node, key } of templatesOf(manifest)) {
      if (templateParts(node.value) !== undefined) continue;
      yield { span: node.span, key, message: UNMATCHED, hint: 'Write {{ name }}' };
    }
  },
};

const unknown: Rule = {
  id: 'variable-unknown',
  severity: 'error',
  stage: 'start',
  what: 'A template that names a variable which `[variables]` does not have',
  source: 'crates/expressions/src/lib.rs (validate_template)',
  *check({ manifest }) {
    const names = manifest.variables.map(({ name }) => name);
    const known = new Set(names);
    for (const { node, key } of templatesOf(manifest)) {
      for (const name of templateVariables(templateParts(node.value) ?? [])) {
        if (known.has(name)) continue;
        const message = `invalid variable template: unknown variable ${rustString(name)}`;
        yield { span: node.span, key, message, hint: missingVariableHint(name, names) };
      }
    }
  },
};

/** What to do about a variable that isn't there. */
export function missingVariableHint(name: string, names: readonly string[]): string {
  const close = closest(name, names);
  if (close !== undefined) return `Did you mean \`${close}\`?`;
  return `Declare it in [variables]: ${name} = { required = true }`;
}

const unused: Rule = {
  id: 'variable-unused',
  severity: 'warning',
  stage: 'never',
  what: 'A variable that no template names: components see only their own `variables`, and a required one must be given all the same',
  source: 'measured: a required variable without a value stops the start',
  *check({ manifest }) {
    const used = new Set(
      [
        ...templatesOf(manifest).map(({ node }) => node),
        ...manifest.components.flatMap(({ table }) =>
          stringsOf(at(table, 'allowed_outbound_hosts')),
        ),
        ...manifest.triggers.flatMap(({ table }) => entriesOf(table).map((entry) => entry.value)),
      ].flatMap((node) =>
        node.kind === 'string' ? templateVariables(templateParts(node.value) ?? []) : [],
      ),
    );
    const [component] = manifest.components;
    for (const { name, span, key } of manifest.variables) {
      if (used.has(name) || lowerSnakeProblem(name) !== undefined) continue;
      yield {
        span,
        key,
        message: `nothing uses the variable ${rustString(name)}: a component reads only what its own \`variables\` name`,
        ...(component === undefined || manifest.version === 1
          ? {}
          : { hint: `In [${component.key}.variables]: ${name} = "{{ ${name} }}"` }),
      };
    }
  },
};

const elsewhere: Rule = {
  id: 'template-ignored',
  severity: 'warning',
  stage: 'never',
  what: 'A template where Spin fills nothing in: environment, source, route',
  source:
    'crates/loader/src/local.rs; only variables, hosts and the addresses of triggers are templates',
  *check({ manifest }) {
    const places = [
      ...manifest.components.flatMap(({ table, key }) => [
        ...template(at(table, 'source'), `${key}.source`),
        ...entriesOf(at(table, 'environment')).flatMap((entry) =>
          template(entry.value, keyIn(`${key}.environment`, entry.key)),
        ),
      ]),
      ...manifest.triggers
        .filter(({ type }) => type === 'http')
        .flatMap(({ table, key }) => template(at(table, 'route'), `${key}.route`)),
    ];
    for (const { node, key } of places) {
      if (templateVariables(templateParts(node.value) ?? []).length === 0) continue;
      const message = `${rustString(node.value)} is taken as it stands: no variables are filled in here`;
      const hint = 'Put it into the component’s `variables`, which are filled in.';
      yield { span: node.span, key, message, hint };
    }
  },
};

export const variableRules: readonly Rule[] = [
  value,
  secretDefault,
  unmatched,
  unknown,
  unused,
  elsewhere,
];
