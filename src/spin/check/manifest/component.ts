import { packageProblem, registryProblem } from '../../dependency-names.ts';
import { labelProblem, lowerSnakeProblem, suggestId } from '../../ids.ts';
import {
  anyTable,
  boolean,
  list,
  map,
  type Shape,
  struct,
  text,
  untagged,
} from '../serde/shape.ts';
import { dependencies } from './dependency.ts';

/** `[component.<id>]` (`crates/manifest/src/schema/v2/component.rs`, and `common.rs` for what it is made of). */

const required = { shape: text(), required: true } as const;

export const source = untagged('ComponentSource', [
  { shape: text(), example: '"dist/app.wasm"' },
  {
    shape: struct('Remote', { url: required, digest: required }),
    example: '{ url = "https://…", digest = "sha256:…" }',
  },
  {
    shape: struct('Registry', {
      registry: { shape: text(registryProblem) },
      package: { shape: text(packageProblem), required: true },
      version: required,
    }),
    example: '{ package = "a:b", version = "1.0.0" }',
  },
]);

export const files = list(
  untagged('WasiFilesMount', [
    { shape: text(), example: '"assets/**/*"' },
    {
      shape: struct('Placement', { source: required, destination: required }),
      example: '{ source = "assets", destination = "/" }',
    },
  ]),
);

/** Where the application must run (`schema/v2/target_env.rs`). */
export const targets = list(
  untagged('TargetEnvironmentRef', [
    { shape: text(), example: '"spin-up:3.6"' },
    { shape: struct('Http', { url: required }), example: '{ url = "https://…" }' },
    { shape: struct('File', { path: required }), example: '{ path = "environment.toml" }' },
  ]),
);

const command = {
  shape: untagged('Commands', [
    { shape: text(), example: '"npm run build"' },
    { shape: list(text()), example: '["npm ci", "npm run build"]' },
  ]),
  required: true,
} as const;

const texts = list(text());
const labels = list(text(labelProblem, (label) => suggestId(label, '_')));
export const environment = { shape: map(text()) };
export const build = {
  shape: struct('ComponentBuildConfig', {
    command,
    workdir: { shape: text() },
    watch: { shape: texts },
  }),
};

const profile = struct('ComponentProfileOverride', {
  source: { shape: source },
  environment,
  dependencies: { shape: dependencies },
  build: { shape: struct('ComponentProfileBuildOverride', { command }) },
});

export const component: Shape = struct('Component', {
  source: { shape: source, required: true },
  description: { shape: text() },
  variables: {
    shape: map(text(), { refine: lowerSnakeProblem, suggest: (name) => suggestId(name, '_') }),
  },
  environment,
  files: { shape: files },
  exclude_files: { shape: texts },
  allowed_http_hosts: { shape: texts },
  allowed_outbound_hosts: { shape: texts },
  key_value_stores: { shape: labels },
  sqlite_databases: { shape: labels },
  ai_models: { shape: texts },
  targets: { shape: targets },
  build,
  tool: { shape: map(anyTable) },
  dependencies_inherit_configuration: { shape: boolean },
  dependencies: { shape: dependencies },
  profile: { shape: map(profile) },
});
