/**
 * Values of an enum → cases.
 */
import type { EnumCaseDraft } from '../graph/draft.ts';
import { Labels, valueLabel } from './labels.ts';

/** An enum with more cases is no longer read as one, and takes two bytes in the canonical ABI. */
const MAX_ENUM_CASES = 256;

/** Labels for the values, or `undefined` when it takes too many or when most would be made up. */
export function enumCases(values: readonly string[]): readonly EnumCaseDraft[] | undefined {
  if (values.length === 0 || values.length > MAX_ENUM_CASES) return undefined;
  const named = values.filter((value) => valueLabel(value) !== undefined).length;
  if (named * 2 < values.length) return undefined;
  const labels = new Labels();
  return values.map((wire) => ({ wire, label: labels.take(valueLabel(wire) ?? 'value') }));
}

/** Why the values can't be cases. */
export function whyUnlabelled(values: readonly string[]): string {
  return values.length > MAX_ENUM_CASES
    ? `an enum of ${values.length} values, more than ${MAX_ENUM_CASES}: string`
    : 'an enum whose values have no ASCII letters or digits to name them by: string';
}
