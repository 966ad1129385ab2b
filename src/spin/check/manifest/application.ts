import { kebabProblem, lowerSnakeProblem, suggestId } from '../../ids.ts';
import { anyTable, list, map, type Shape, struct, text } from '../serde/shape.ts';
import { component, targets } from './component.ts';
import { trigger } from './trigger.ts';
import { variable } from './variable.ts';

/** `[application]` (`crates/manifest/src/schema/v2/app_details.rs`). */
const application = struct('AppDetails', {
  name: { shape: text(), required: true },
  version: { shape: text() },
  description: { shape: text() },
  authors: { shape: list(text()) },
  targets: { shape: targets },
  trigger: { shape: map(anyTable) },
  tool: { shape: map(anyTable) },
});

/** The version was told before. */
const version: Shape = { check() {} };

/** A whole manifest, version 2 (`crates/manifest/src/schema/v2.rs`, AppManifest). */
export const manifest = struct('AppManifest', {
  spin_manifest_version: { shape: version, required: true },
  application: { shape: application, required: true },
  variables: {
    shape: map(variable, { refine: lowerSnakeProblem, suggest: (name) => suggestId(name, '_') }),
  },
  trigger: { shape: map(list(trigger)), required: true },
  component: {
    shape: map(component, { refine: kebabProblem, suggest: (id) => suggestId(id, '-') }),
  },
});
