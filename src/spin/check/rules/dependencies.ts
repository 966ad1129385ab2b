import { type PackageName, readPackageName } from '../../dependency-names.ts';
import { rustString } from '../../rust-text.ts';
import { areCompatible } from '../../versions.ts';
import type { Component } from '../manifest/view.ts';
import type { Rule } from '../rule.ts';
import { at, entriesOf, entryAt, itemsOf, type TomlEntry, textOf } from '../toml/node.ts';
import { allDependencies, dependenciesOf } from './dependency-list.ts';
import { dependencySourceRules } from './dependency-sources.ts';
import { missingComponentHint } from './triggers.ts';

const packageName: Rule = {
  id: 'dependency-package',
  severity: 'error',
  stage: 'load',
  what: 'A dependency with a plain name and a version that does not say which package it is',
  source: 'crates/manifest/src/schema/v2/component.rs (ensure_plain_names_have_package)',
  *check({ manifest }) {
    for (const { component, entry, key } of allDependencies(manifest)) {
      const { value } = entry;
      const fromRegistry = value.kind === 'string' || at(value, 'version') !== undefined;
      if (/[:/]/u.test(entry.key) || !fromRegistry || at(value, 'package') !== undefined) continue;
      yield {
        span: entry.span,
        key,
        message: `component ${rustString(component.id)} has invalid dependencies: dependency ${rustString(entry.key)} must specify a package name`,
        hint: `Write: ${entry.key} = { package = "namespace:name", version = "…" }`,
      };
    }
  },
};

const exported: Rule = {
  id: 'dependency-export',
  severity: 'error',
  stage: 'load',
  what: 'An `export` for a dependency that is a whole package',
  source: 'crates/manifest/src/schema/v2/component.rs (ensure_package_names_no_export)',
  *check({ manifest }) {
    for (const { component, entry, key } of allDependencies(manifest)) {
      const name = readPackageName(entry.key);
      const node = at(entry.value, 'export');
      const checked = ['version', 'path'].some((field) => at(entry.value, field) !== undefined);
      if (name === undefined || name.interface !== undefined || node === undefined || !checked)
        continue;
      yield {
        span: node.span,
        key: `${key}.export`,
        message: `component ${rustString(component.id)} has invalid dependencies: using an export to satisfy the package dependency ${rustString(entry.key)} is not currently permitted`,
        hint: `Name the interface: "${name.package}/interface"`,
      };
    }
  },
};

const conflict: Rule = {
  id: 'dependency-conflict',
  severity: 'error',
  stage: 'load',
  what: 'Two dependencies on the same package whose versions and interfaces overlap',
  source: 'crates/manifest/src/schema/v2/component.rs (ensure_disjoint)',
  *check({ manifest }) {
    for (const component of manifest.components) {
      const seen = new Map<string, Named[]>();
      for (const { entry, key } of dependenciesOf(component)) {
        const name = readPackageName(entry.key);
        if (name === undefined) continue;
        const earlier = rivalsOf(name, seen).find((other) => overlap(other.name, name));
        remember({ name, entry }, seen);
        if (earlier === undefined) continue;
        yield {
          span: entry.span,
          key,
          message: `component ${rustString(component.id)} has invalid dependencies: ${rustString(earlier.entry.key)} dependency conflicts with ${rustString(entry.key)}`,
        };
      }
    }
  },
};

interface Named {
  readonly name: PackageName;
  readonly entry: TomlEntry;
}

/** By package, and by package and interface: thousands of interfaces of one package aren't held against each other. */
function remember(named: Named, seen: Map<string, Named[]>): void {
  const { package: name, interface: face = '' } = named.name;
  for (const key of [name, `${name}/${face}`]) {
    const there = seen.get(key);
    if (there === undefined) seen.set(key, [named]);
    else there.push(named);
  }
}

function rivalsOf(
  { package: name, interface: face }: PackageName,
  seen: ReadonlyMap<string, readonly Named[]>,
): readonly Named[] {
  if (face === undefined) return seen.get(name) ?? [];
  return [`${name}/`, `${name}/${face}`].flatMap((key) => seen.get(key) ?? []);
}

function overlap(a: PackageName, b: PackageName): boolean {
  if (a.package !== b.package) return false;
  const bothVersions = a.version !== undefined && b.version !== undefined;
  if (bothVersions && a.version && b.version && !areCompatible(a.version, b.version)) return false;
  return a.interface === undefined || b.interface === undefined || a.interface === b.interface;
}

const inheritTwice: Rule = {
  id: 'dependency-inherit-twice',
  severity: 'error',
  stage: 'load',
  what: 'Both ways to say what dependencies inherit',
  source: 'crates/manifest/src/normalize.rs',
  *check({ manifest }) {
    for (const component of manifest.components) {
      const all = entryAt(component.table, 'dependencies_inherit_configuration');
      const own = dependenciesOf(component).some(
        ({ entry }) => at(entry.value, 'inherit_configuration') !== undefined,
      );
      if (all === undefined || !own) continue;
      yield {
        span: all.span,
        key: `${component.key}.dependencies_inherit_configuration`,
        message: `Component \`${component.id}\` specifies both \`dependencies_inherit_configuration\` and per-dependency \`inherit_configuration\`. These are mutually exclusive; use one or the other.`,
      };
    }
  },
};

/** `crates/capabilities/src/lib.rs` */
const CAPABILITIES = [
  'ai_models',
  'allowed_outbound_hosts',
  'environment',
  'files',
  'key_value_stores',
  'sqlite_databases',
  'variables',
];

const inheritUnknown: Rule = {
  id: 'dependency-inherit-unknown',
  severity: 'warning',
  stage: 'never',
  what: 'A name in `inherit_configuration` that means nothing to Spin',
  source: 'measured; crates/capabilities/src/lib.rs',
  *check({ manifest }) {
    for (const { entry, key } of allDependencies(manifest)) {
      for (const node of itemsOf(at(entry.value, 'inherit_configuration'))) {
        const name = textOf(node);
        if (name === undefined || CAPABILITIES.includes(name)) continue;
        yield {
          span: node.span,
          key: `${key}.inherit_configuration`,
          message: `${rustString(name)} is ignored: nothing of that name can be inherited`,
          hint: `There are ${CAPABILITIES.join(', ')}.`,
        };
      }
    }
  },
};

const missing: Rule = {
  id: 'dependency-component',
  severity: 'error',
  stage: 'load',
  what: 'A dependency on a component that is not there',
  source: 'crates/manifest/src/normalize.rs',
  *check({ manifest }) {
    const ids = manifest.components.map(({ id }) => id);
    for (const { entry, key } of allDependencies(manifest)) {
      const node = at(entry.value, 'component');
      const id = textOf(node);
      if (node === undefined || id === undefined || ids.includes(id)) continue;
      yield {
        span: node.span,
        key: `${key}.component`,
        message: `dependency ID ${id} does not exist`,
        hint: missingComponentHint(id, ids),
      };
    }
  },
};

/** What a component that is composed into another can't have, in the order in which Spin lists it. */
const SURPRISES = [
  'ai_models',
  'allowed_http_hosts',
  'allowed_outbound_hosts',
  'dependencies',
  'files',
  'key_value_stores',
  'sqlite_databases',
  'variables',
];

const permissions: Rule = {
  id: 'dependency-permissions',
  severity: 'error',
  stage: 'load',
  what: 'A dependency on a component that has resources or permissions of its own',
  source: 'crates/manifest/src/normalize.rs (ensure_is_acceptable_dependency)',
  *check({ manifest }) {
    for (const { component, entry, key } of allDependencies(manifest)) {
      const node = at(entry.value, 'component');
      const id = textOf(node);
      const used = manifest.components.find((other) => other.id === id);
      const surprises = SURPRISES.filter((field) => isFilled(used, field));
      if (node === undefined || id === undefined || surprises.length === 0) continue;
      yield {
        span: node.span,
        key: `${key}.component`,
        message: `Dependencies may not have their own resources or permissions. Component ${id} cannot be used as a dependency of ${component.id} because it specifies: ${surprises.join(', ')}`,
      };
    }
  },
};

function isFilled(component: Component | undefined, field: string): boolean {
  const value = at(component?.table, field);
  return itemsOf(value).length > 0 || entriesOf(value).length > 0;
}

export const dependencyRules: readonly Rule[] = [
  packageName,
  exported,
  conflict,
  inheritTwice,
  inheritUnknown,
  missing,
  permissions,
  ...dependencySourceRules,
];
