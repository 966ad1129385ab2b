import type { Finding, Rule, Subject } from '../rule.ts';
import type { MisfitKind } from '../serde/shape.ts';

/** What `serde` says of a manifest that has another shape than Spin's types (`crates/manifest/src/schema/`). */

const source = 'crates/manifest/src/schema/v2.rs, common.rs';

function* misfits({ misfits: all }: Subject, wanted: MisfitKind): Iterable<Finding> {
  for (const { kind, ...finding } of all) if (kind === wanted) yield finding;
}

const unknownField: Rule = {
  id: 'unknown-field',
  severity: 'error',
  stage: 'parse',
  what: 'A key that Spin does not know, in any table but those of tools and triggers',
  source,
  check: (subject) => misfits(subject, 'unknown-field'),
};

const missingField: Rule = {
  id: 'missing-field',
  severity: 'error',
  stage: 'parse',
  what: 'A table without a key that Spin needs; `trigger` is one of them',
  source,
  check: (subject) => misfits(subject, 'missing-field'),
};

const wrongType: Rule = {
  id: 'wrong-type',
  severity: 'error',
  stage: 'parse',
  what: 'A value of another type than Spin reads',
  source,
  check: (subject) => misfits(subject, 'wrong-type'),
};

const invalidValue: Rule = {
  id: 'invalid-value',
  severity: 'error',
  stage: 'parse',
  what: 'An id, a name, a label or one of several forms that is not as Spin wants it',
  source: 'crates/serde/src/id.rs, crates/manifest/src/schema/',
  check: (subject) => misfits(subject, 'invalid-value'),
};

const sequenceAsTable: Rule = {
  id: 'sequence-as-table',
  severity: 'warning',
  stage: 'never',
  what: 'An array where a table is meant (`build = ["…"]`): its elements become the keys, in the order of Spin’s declaration',
  source: 'measured: serde reads a struct from a sequence',
  check: (subject) => misfits(subject, 'sequence-as-table'),
};

export const shapeRules: readonly Rule[] = [
  unknownField,
  missingField,
  wrongType,
  invalidValue,
  sequenceAsTable,
];
