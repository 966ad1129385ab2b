import { printTypes, type SharedTypes } from '../wit/printing/print.ts';
import { usedLabels } from '../wit/printing/wit-types.ts';
import type { TypeDefinition, TypedApi } from '../wit/typed-api.ts';

/** The package of types that several components have, and what each takes from it. */
export interface SharedPackage {
  readonly wit: string;
  /** By component, as they were given. */
  readonly taken: readonly (SharedTypes | undefined)[];
}

/**
 * Finds the types that more than one component has in exactly the same form, with everything that they are made of.
 *
 * @returns nothing when there is none beside names for scalars
 */
export function sharedTypes(
  components: readonly TypedApi[],
  id: TypedApi['package'],
  docs: string,
): SharedPackage | undefined {
  const texts = components.map(
    ({ types }) => new Map(types.map((type) => [type.label, JSON.stringify(type)] as const)),
  );
  const wanted = mostUsed(texts);
  const own = texts.map(
    (of) =>
      new Set(
        [...of].filter(([label, text]) => wanted.get(label) === text).map(([label]) => label),
      ),
  );
  const closed = components.map(({ types }, index) => closedOver(types, own[index] ?? new Set()));
  const counts = new Map<string, number>();
  for (const label of closed.flatMap((labels) => [...labels])) {
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const several = new Set([...counts].filter(([, count]) => count > 1).map(([label]) => label));
  const taken = closed.map((labels) => new Set([...labels].filter((label) => several.has(label))));
  const types = definitions(components, taken);
  if (types.every(({ kind }) => kind === 'alias')) return undefined;
  return {
    wit: printTypes(id, docs, types),
    taken: taken.map((labels) => (labels.size === 0 ? undefined : { package: id, labels })),
  };
}

/** The form of each label that most components have; of equally frequent ones the first. */
function mostUsed(texts: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const [label, text] of texts.flatMap((of) => [...of])) {
    const forms = counts.get(label) ?? new Map<string, number>();
    counts.set(label, forms.set(text, (forms.get(text) ?? 0) + 1));
  }
  return new Map(
    [...counts].flatMap(([label, forms]) => {
      const [most] = [...forms].toSorted(([, a], [, b]) => b - a);
      return most === undefined || most[1] < 2 ? [] : [[label, most[0]]];
    }),
  );
}

/** Without the types that are made of one which isn't there. */
function closedOver(
  types: readonly TypeDefinition[],
  labels: ReadonlySet<string>,
): ReadonlySet<string> {
  const left = new Set(labels);
  for (let size = -1; size !== left.size; ) {
    size = left.size;
    for (const type of types) {
      const parts = left.has(type.label) ? usedLabels([type], []) : [];
      if ([...parts].some((label) => !left.has(label))) left.delete(type.label);
    }
  }
  return left;
}

/** Each once, after those it is made of, as every component has them. */
function definitions(
  components: readonly TypedApi[],
  taken: readonly ReadonlySet<string>[],
): readonly TypeDefinition[] {
  const found = new Map<string, TypeDefinition>();
  for (const [index, { types }] of components.entries()) {
    for (const type of types) {
      if (taken[index]?.has(type.label) === true && !found.has(type.label)) {
        found.set(type.label, type);
      }
    }
  }
  return [...found.values()];
}
