import { boolean, struct, text } from '../serde/shape.ts';

/** `[variables] name = { … }` (`crates/manifest/src/schema/common.rs`, Variable). */
export const variable = struct('Variable', {
  description: { shape: text() },
  required: { shape: boolean },
  default: { shape: text() },
  secret: { shape: boolean },
});
