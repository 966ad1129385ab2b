import { anyTable, list, map, type Shape, struct, text } from '../serde/shape.ts';
import { build, environment, files, source } from './component.ts';
import { variable } from './variable.ts';

/** Version 1 of the manifest (`crates/manifest/src/schema/v1.rs`). */

/** The version was told before. */
const version = { shape: { check() {} } satisfies Shape };
const required = { shape: text(), required: true } as const;
const optional = { shape: text() };
const texts = { shape: list(text()) };

const component = struct('ComponentV1', {
  id: required,
  source: { shape: source, required: true },
  trigger: { shape: anyTable, required: true },
  description: optional,
  config: { shape: map(text()) },
  environment,
  files: { shape: files },
  exclude_files: texts,
  allowed_http_hosts: texts,
  allowed_outbound_hosts: texts,
  key_value_stores: texts,
  sqlite_databases: texts,
  ai_models: texts,
  build,
});

/** A whole manifest, version 1 (AppManifestV1). */
export const firstManifest = struct('AppManifestV1', {
  spin_manifest_version: version,
  spin_version: version,
  name: required,
  version: optional,
  description: optional,
  authors: texts,
  trigger: { shape: struct('AppTriggerV1', { type: required }, { flatten: true }), required: true },
  variables: { shape: map(variable) },
  component: { shape: list(component) },
});
