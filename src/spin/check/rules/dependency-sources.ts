import { packageProblem, registryProblem } from '../../dependency-names.ts';
import { rustString } from '../../rust-text.ts';
import { isVersionRequirement } from '../../versions.ts';
import type { Rule } from '../rule.ts';
import { at, textOf } from '../toml/node.ts';
import { allDependencies } from './dependency-list.ts';
import { digestProblem } from './sources.ts';

const version: Rule = {
  id: 'dependency-version',
  severity: 'error',
  stage: 'load',
  what: 'A version of a dependency that is no requirement on versions',
  source: 'crates/loader/src/local.rs (load_component_dependency)',
  *check({ manifest }) {
    for (const { entry, key } of allDependencies(manifest)) {
      const node = entry.value.kind === 'string' ? entry.value : at(entry.value, 'version');
      const written = textOf(node);
      if (node === undefined || written === undefined || isVersionRequirement(written)) continue;
      yield {
        span: node.span,
        key,
        message: `Component dependency ${rustString(entry.key)} specifies an invalid semantic version requirement (${rustString(written)}) for its package version`,
        hint: 'Write a requirement: "1.2.3", "^1.2" or ">= 1.0.0".',
      };
    }
  },
};

const wrongPackage: Rule = {
  id: 'dependency-package-name',
  severity: 'error',
  stage: 'load',
  what: 'A `package` that is no `namespace:name`, or a `registry` that is no host',
  source: 'crates/loader/src/local.rs (load_component_dependency)',
  *check({ manifest }) {
    for (const { entry, key } of allDependencies(manifest)) {
      for (const { field, problemOf, hint } of NAMES) {
        const node = at(entry.value, field);
        const written = textOf(node);
        if (node === undefined || written === undefined || problemOf(written) === undefined)
          continue;
        yield {
          span: node.span,
          key: `${key}.${field}`,
          message: `Component dependency ${rustString(entry.key)} specifies an invalid ${field} name (${rustString(written)})`,
          hint,
        };
      }
    }
  },
};

const NAMES = [
  {
    field: 'package',
    problemOf: packageProblem,
    hint: 'Write namespace:name, in lower case.',
  },
  { field: 'registry', problemOf: registryProblem, hint: 'Write its host: "registry.example.com"' },
];

const digest: Rule = {
  id: 'dependency-digest',
  severity: 'error',
  stage: 'load',
  what: 'A dependency by URL whose digest is no `sha256:…`',
  source: 'crates/loader/src/local.rs (load_http_source)',
  *check({ manifest }) {
    for (const { entry, key } of allDependencies(manifest)) {
      const node = at(entry.value, 'digest');
      const message = digestProblem(textOf(node));
      if (node === undefined || message === undefined) continue;
      yield { span: node.span, key: `${key}.digest`, message };
    }
  },
};

/** Where a dependency comes from. */
export const dependencySourceRules: readonly Rule[] = [version, wrongPackage, digest];
