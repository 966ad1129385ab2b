import { kebabProblem, suggestId } from '../../ids.ts';
import { list, map, type Shape, struct, text } from '../serde/shape.ts';
import { component } from './component.ts';
import { triggerDependencies } from './dependency.ts';

/** A component's id, or the component itself (`crates/manifest/src/schema/v2/trigger.rs`, ComponentSpec). */
const componentSpec: Shape = {
  check(node, key, tell) {
    const shape =
      node.kind === 'string' ? text(kebabProblem, (id) => suggestId(id, '-')) : component;
    shape.check(node, key, tell);
  },
};

const oneOrMany: Shape = {
  check(node, key, tell) {
    const shape = node.kind === 'array' ? list(componentSpec) : componentSpec;
    shape.check(node, key, tell);
  },
};

/** What every trigger may have; the keys of its type are checked by its type (`crates/manifest`, Trigger). */
export const trigger = struct(
  'Trigger',
  {
    id: { shape: text() },
    component: { shape: componentSpec },
    components: { shape: map(oneOrMany) },
    dependencies: { shape: triggerDependencies },
  },
  { flatten: true },
);
