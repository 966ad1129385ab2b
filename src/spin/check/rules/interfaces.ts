import { readAllowedHost } from '../../hosts.ts';
import { rustString } from '../../rust-text.ts';
import {
  CAPABILITIES,
  DATABASES,
  draftVersion,
  HANDLERS,
  isOfHost,
  OUTBOUND,
  SOCKETS,
} from '../binary/interfaces.ts';
import type { Component, Trigger } from '../manifest/view.ts';
import type { Finding, Rule, Subject } from '../rule.ts';
import type { ComponentNames } from '../surroundings.ts';
import { at, entriesOf, itemsOf, stringsOf, type TomlString, textOf } from '../toml/node.ts';
import { binariesOf } from './wasm.ts';

interface Built {
  readonly component: Component;
  readonly span: Finding['span'];
  readonly key: string;
  readonly names: ComponentNames;
}

function builtOf(subject: Subject): readonly Built[] {
  return binariesOf(subject).flatMap(({ component, node, key, file }) =>
    file.kind === 'component' ? [{ component, span: node.span, key, names: file.names }] : [],
  );
}

/** The triggers that run a component. */
function triggersOf({ manifest }: Subject, { id, inline, table }: Component): readonly Trigger[] {
  return manifest.triggers.filter((trigger) =>
    inline
      ? at(trigger.table, 'component') === table
      : trigger.references.some(({ isHandler, node }) => isHandler && node.value === id),
  );
}

const handlers: Rule = {
  id: 'export-missing',
  severity: 'error',
  stage: 'start',
  what: 'A component without the export that its trigger calls, or with several of them',
  source: 'crates/http/src/trigger.rs, crates/trigger-redis/src/lib.rs',
  *check(subject) {
    for (const { component, span, key, names } of builtOf(subject)) {
      for (const trigger of triggersOf(subject, component)) {
        const handler = HANDLERS.get(trigger.type);
        const isWagi = textOf(at(at(trigger.table, 'executor'), 'type')) === 'wagi';
        if (handler === undefined || isWagi) continue;
        const found = names.exports.filter((name) => handler.accepts.test(name));
        if (found.length === 1) continue;
        const several = `component exports multiple different handlers but it's expected to export only one: ${found.join(', ')}`;
        const exported = names.exports.join(', ') || 'nothing';
        yield {
          span,
          key,
          message: found.length === 0 ? handler.message : several,
          hint: `It exports ${exported}.`,
        };
      }
    }
  },
};

function hasDependencies({ table }: Component): boolean {
  return entriesOf(at(table, 'dependencies')).length > 0;
}

const unknownImport: Rule = {
  id: 'import-unknown',
  severity: 'error',
  stage: 'start',
  what: 'An import that neither Spin nor a dependency offers, or another version of a draft than Spin has',
  source: 'wit/world.wit; measured: wasi:keyvalue is there as 0.2.0-draft2 only',
  *check(subject) {
    for (const { component, span, key, names } of builtOf(subject)) {
      for (const name of names.imports) {
        const draft = draftVersion(name);
        const isForeign = name.includes(':') && !isOfHost(name) && !hasDependencies(component);
        if (draft === undefined && !isForeign) continue;
        yield {
          span,
          key,
          message: `component imports instance \`${name}\`, but a matching implementation was not found in the linker`,
          hint:
            draft === undefined
              ? `Name what implements it: [${component.key}.dependencies] ${rustString(name)} = { path = "…" }`
              : `Spin has it as a draft, with the version ${draft}.`,
        };
      }
    }
  },
};

const ungranted: Rule = {
  id: 'import-without-grant',
  severity: 'warning',
  stage: 'request',
  what: 'An import that the manifest grants nothing for: the component starts, and its calls fail',
  source: 'measured',
  *check(subject) {
    for (const { component, span, key, names } of builtOf(subject)) {
      for (const { grant, imports, line, without } of CAPABILITIES) {
        const name = names.imports.find((imported) => imports.test(imported));
        if (name === undefined || isGranted(component, grant)) continue;
        yield {
          span,
          key,
          message: `the component imports ${name}, and nothing in \`${grant}\` lets it: its calls fail with ${without}`,
          hint: `In [${component.key}]: ${line}`,
        };
      }
      yield* unreachableDatabases(component, { span, key }, names);
    }
  },
};

function* unreachableDatabases(
  component: Component,
  place: Pick<Finding, 'span' | 'key'>,
  { imports }: ComponentNames,
): Iterable<Finding> {
  const schemes = hostsOf(component).map(({ scheme }) => scheme);
  for (const [scheme, example] of DATABASES) {
    const name = imports.find((imported) => OUTBOUND.get(scheme)?.test(imported));
    const open = schemes.some((allowed) => allowed === '*' || allowed.startsWith(scheme));
    if (name === undefined || open) continue;
    yield {
      ...place,
      message: `the component imports ${name}, and no ${scheme}:// in \`allowed_outbound_hosts\` lets it connect`,
      hint: `In [${component.key}]: allowed_outbound_hosts = ["${example}"]`,
    };
  }
}

/** Hosts with a template count as every scheme: what it becomes isn't known. */
function hostsOf({ table }: Component): readonly { scheme: string; node: TomlString }[] {
  return stringsOf(at(table, 'allowed_outbound_hosts')).flatMap((node) => {
    const scheme = /^[a-z*]+(?=:\/\/)/u.exec(node.value)?.[0];
    if (node.value.includes('{{')) return [{ scheme: scheme ?? '*', node }];
    const host = readAllowedHost(node.value);
    return typeof host === 'string' ? [] : [{ scheme: host.scheme, node }];
  });
}

function isGranted({ table }: Component, grant: string): boolean {
  const value = at(table, grant);
  return itemsOf(value).length > 0 || entriesOf(value).length > 0;
}

const unusedGrant: Rule = {
  id: 'grant-without-import',
  severity: 'warning',
  stage: 'never',
  what: 'A grant that the component can’t use, since it imports nothing for it',
  source: 'least privilege; crates/factors: grants are read whether anybody asks or not',
  *check(subject) {
    // What the translation grants can't be taken back.
    if (subject.manifest.version === 1) return;
    for (const { component, names } of builtOf(subject)) {
      // What is composed into it may use what the component itself doesn't.
      if (hasDependencies(component)) continue;
      for (const { grant, imports } of CAPABILITIES) {
        const node = at(component.table, grant);
        const used = names.imports.some((imported) => imports.test(imported));
        if (node === undefined || !isGranted(component, grant) || used) continue;
        yield {
          span: node.span,
          key: `${component.key}.${grant}`,
          message: `\`${grant}\` is granted, and the component imports nothing that uses it`,
          hint: 'Remove it, or import the interface in the world of the component.',
        };
      }
      yield* unusedHosts(component, names);
    }
  },
};

function* unusedHosts(component: Component, { imports }: ComponentNames): Iterable<Finding> {
  if (imports.some((name) => SOCKETS.test(name))) return;
  for (const { scheme, node } of hostsOf(component)) {
    const interfaces = OUTBOUND.get(scheme);
    if (interfaces === undefined || imports.some((name) => interfaces.test(name))) continue;
    yield {
      span: node.span,
      key: `${component.key}.allowed_outbound_hosts`,
      message: `${rustString(node.value)} is granted, and the component imports nothing that speaks ${scheme}`,
      hint: 'Remove it, or import the interface in the world of the component.',
    };
  }
}

export const interfaceRules: readonly Rule[] = [handlers, unknownImport, ungranted, unusedGrant];
