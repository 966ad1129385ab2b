import type { Pointer, Schema } from './model.ts';

/** The named schemas that a schema refers to, without looking into them. A loop, because documents nest deeply. */
export function targetsIn(root: Schema): readonly Pointer[] {
  const targets: Pointer[] = [];
  const open: Schema[] = [root];
  for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
    if (schema.kind === 'ref') targets.push(schema.target);
    else open.push(...schemasIn(schema).toReversed());
  }
  return targets;
}

function schemasIn(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case 'array':
      return [schema.items];
    case 'tuple':
      return schema.items;
    case 'map':
      return [schema.values];
    case 'union':
      return schema.members;
    case 'object':
      return [
        ...schema.properties.map((property) => property.schema),
        ...(schema.additional === undefined ? [] : [schema.additional]),
      ];
    default:
      return [];
  }
}
