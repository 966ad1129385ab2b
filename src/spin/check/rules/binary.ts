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
import type { ComponentNames, WasmFile } from '../surroundings.ts';
import { at, entriesOf, itemsOf, stringsOf, type TomlString, textOf } from '../toml/node.ts';

interface Binary {
  readonly component: Component;
  readonly node: TomlString;
  readonly key: string;
  readonly file: WasmFile;
}

/** The components whose source is a path, and what is there. */
function binariesOf({ manifest, around }: Subject): readonly Binary[] {
  if (around === undefined) return [];
  return manifest.components.flatMap((component) => {
    const node = at(component.table, 'source');
    if (node?.kind !== 'string') return [];
    return [{ component, node, key: `${component.key}.source`, file: around.wasm(node.value) }];
  });
}

/** A rule on files of one kind. */
function fileRule(
  rule: Omit<Rule, 'check'>,
  kind: WasmFile['kind'],
  finding: (binary: Binary) => Pick<Finding, 'message' | 'hint'> | undefined,
): Rule {
  return {
    ...rule,
    *check(subject) {
      for (const binary of binariesOf(subject)) {
        const found = binary.file.kind === kind ? finding(binary) : undefined;
        if (found !== undefined) yield { span: binary.node.span, key: binary.key, ...found };
      }
    },
  };
}

function isBuilt({ table }: Component): boolean {
  return at(table, 'build') !== undefined;
}

const missing = fileRule(
  {
    id: 'wasm-missing',
    severity: 'error',
    stage: 'start',
    what: 'A source that is not there, and that no `build` makes',
    source: 'measured: found at start, not at load',
  },
  'missing',
  ({ component, node }) =>
    isBuilt(component) ? undefined : { message: `${rustString(node.value)} does not exist` },
);

const unbuilt = fileRule(
  {
    id: 'wasm-not-built',
    severity: 'warning',
    stage: 'start',
    what: 'A source that has not been built yet, so that its imports and exports were not checked',
    source: 'measured: found at start, not at load',
  },
  'missing',
  ({ component, node }) =>
    isBuilt(component)
      ? {
          message: `${rustString(node.value)} does not exist: its imports and exports were not checked`,
          hint: 'Build it: spin build',
        }
      : undefined,
);

const precompiled = fileRule(
  {
    id: 'wasm-precompiled',
    severity: 'error',
    stage: 'start',
    what: 'A source that was compiled for one machine already (`.cwasm`)',
    source: 'measured',
  },
  'precompiled',
  ({ node }) => ({
    message: `${rustString(node.value)} is precompiled code, which Spin does not run`,
    hint: 'Give the component that it was compiled from.',
  }),
);

const invalid = fileRule(
  {
    id: 'wasm-invalid',
    severity: 'error',
    stage: 'start',
    what: 'A source that is no WebAssembly',
    source: 'crates/trigger/src/loader.rs',
  },
  'other',
  ({ node }) => ({ message: `${rustString(node.value)} is no WebAssembly component` }),
);

const coreModule = fileRule(
  {
    id: 'wasm-module',
    severity: 'warning',
    stage: 'never',
    what: 'A source that is a core module: Spin makes a component of it each time it loads it',
    source: 'crates/componentize',
  },
  'module',
  ({ node }) => ({
    message: `${rustString(node.value)} is a core module, not a component: Spin tries to make one of it; its imports and exports were not checked`,
    hint: 'Build a component: componentize-js, cargo component, or `wasm-tools component new`.',
  }),
);

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

export const binaryRules: readonly Rule[] = [
  missing,
  unbuilt,
  precompiled,
  invalid,
  coreModule,
  handlers,
  unknownImport,
  ungranted,
  unusedGrant,
];
