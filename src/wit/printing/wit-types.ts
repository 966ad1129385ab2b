/**
 * WIT types: how they are written, and what they refer to.
 */
import { escapeLabel } from '../naming/labels.ts';
import type { ApiFunction, TypeDefinition, WitType } from '../typed-api.ts';

/** `option<list<order>>` */
export function typeText(type: WitType): string {
  switch (type.kind) {
    case 'primitive':
      return type.name;
    case 'list':
    case 'option':
      return `${type.kind}<${typeText(type.of)}>`;
    case 'tuple':
      return `tuple<${type.of.map(typeText).join(', ')}>`;
    case 'named':
      return escapeLabel(type.label);
  }
}

/** Labels of all types that the definitions and functions refer to. */
export function usedLabels(
  definitions: readonly TypeDefinition[],
  functions: readonly ApiFunction[],
): ReadonlySet<string> {
  const types = [
    ...definitions.flatMap(typesIn),
    ...functions.flatMap(({ parameters, ok, error }) => [
      ...parameters.map(({ type }) => type),
      ...(ok === undefined ? [] : [ok]),
      error,
    ]),
  ];
  return new Set(types.flatMap(labelsIn));
}

function typesIn(definition: TypeDefinition): readonly WitType[] {
  switch (definition.kind) {
    case 'alias':
      return [definition.to];
    case 'record':
      return definition.fields.map(({ type }) => type);
    case 'variant':
      return definition.cases.flatMap(({ type }) => type ?? []);
    case 'enum':
      return [];
  }
}

function labelsIn(type: WitType): readonly string[] {
  switch (type.kind) {
    case 'primitive':
      return [];
    case 'named':
      return [type.label];
    case 'tuple':
      return type.of.flatMap(labelsIn);
    default:
      return labelsIn(type.of);
  }
}
