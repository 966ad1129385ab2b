import type { Rule } from '../rule.ts';
import type { MisfitKind } from '../serde/shape.ts';

/** What `serde` says of a manifest that has another shape than Spin's types (`crates/manifest/src/schema/`). */
export const shapeRules: readonly Rule[] = [
  misfit({
    id: 'unknown-field',
    what: 'A key that Spin does not know, in any table but those of tools and triggers',
  }),
  misfit({
    id: 'missing-field',
    what: 'A table without a key that Spin needs; `trigger` is one of them',
  }),
  misfit({ id: 'wrong-type', what: 'A value of another type than Spin reads' }),
  misfit({
    id: 'invalid-value',
    what: 'An id, a name, a label or one of several forms that is not as Spin wants it',
    source: 'crates/serde/src/id.rs, crates/manifest/src/schema/',
  }),
  misfit({
    id: 'sequence-as-table',
    severity: 'warning',
    stage: 'never',
    what: 'An array where a table is meant (`build = ["…"]`): its elements become the keys, in the order of Spin’s declaration',
    source: 'measured: serde reads a struct from a sequence',
  }),
];

/** The rule that tells the misfits of its name. */
function misfit(rule: Pick<Rule, 'what'> & Partial<Rule> & { readonly id: MisfitKind }): Rule {
  return {
    severity: 'error',
    stage: 'parse',
    source: 'crates/manifest/src/schema/v2.rs, common.rs',
    *check({ misfits }) {
      for (const { kind, ...finding } of misfits) if (kind === rule.id) yield finding;
    },
    ...rule,
  };
}
