import { dependencyNameProblem } from '../../dependency-names.ts';
import { kebabProblem } from '../../ids.ts';
import { boolean, list, map, struct, text, untagged } from '../serde/shape.ts';

/** `true`, `false`, or the names of what is inherited (`crates/manifest/src/schema/v2/dependency.rs`). */
const inherit = {
  shape: untagged('InheritConfiguration', [
    { shape: boolean, example: 'true' },
    { shape: list(text()), example: '["key_value_stores"]' },
  ]),
} as const;
const required = { shape: text(), required: true } as const;
const optional = { shape: text() };
const component = { shape: text(kebabProblem), required: true } as const;

/** A dependency of a component (ComponentDependency). */
export const componentDependency = untagged('ComponentDependency', [
  { shape: text(), example: '">= 1.0.0"' },
  {
    shape: struct('Package', {
      version: required,
      registry: optional,
      package: optional,
      export: optional,
      inherit_configuration: inherit,
    }),
    example: '{ version = "1.0.0", package = "a:b" }',
  },
  {
    shape: struct('Local', { path: required, export: optional, inherit_configuration: inherit }),
    example: '{ path = "dep.wasm" }',
  },
  {
    shape: struct('HTTP', {
      url: required,
      digest: required,
      export: optional,
      inherit_configuration: inherit,
    }),
    example: '{ url = "https://…", digest = "sha256:…" }',
  },
  {
    shape: struct('AppComponent', { component, export: optional, inherit_configuration: inherit }),
    example: '{ component = "id" }',
  },
]);

/** `[component.x.dependencies]` and those of a profile. */
export const dependencies = map(componentDependency, { refine: dependencyNameProblem });

/** What a trigger runs besides its component: `dependencies.middleware` (TriggerDependency). */
export const triggerDependencies = map(
  list(
    untagged('TriggerDependency', [
      {
        shape: struct('Package', {
          version: required,
          registry: optional,
          package: required,
          inherit_configuration: inherit,
        }),
        example: '{ version = "1.0.0", package = "a:b" }',
      },
      {
        shape: struct('Local', { path: required, inherit_configuration: inherit }),
        example: '{ path = "dep.wasm" }',
      },
      {
        shape: struct('HTTP', { url: required, digest: required, inherit_configuration: inherit }),
        example: '{ url = "https://…", digest = "sha256:…" }',
      },
      {
        shape: struct('AppComponent', { component, inherit_configuration: inherit }),
        example: '{ component = "id" }',
      },
    ]),
  ),
);
