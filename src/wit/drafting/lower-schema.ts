/**
 * Schemas → drafts, by the mapping table: named schemas once each, inline objects and enums as drafts of their own.
 */
import type { ApiModel, NamedSchema, Pointer, Schema } from '../../openapi/model.ts';
import {
  type Draft,
  type DraftKind,
  type InlineOrigin,
  type JsonShape,
  type Parent,
  type Reference,
  reference,
  type Shape,
} from '../graph/draft.ts';
import { enumCases, whyUnlabelled } from '../naming/enums.ts';
import type { Demotion } from '../typed-api.ts';
import { type MappingType, mappingDraft } from '../typing/mapping-types.ts';
import type { UnionPlan, UnionSchema } from '../unions/plan.ts';
import { UnionPlans } from '../unions/plans.ts';
import { describeType, paragraphs } from './describe.ts';
import { type Directions, schemaDirections } from './directions.ts';
import { fillRecord } from './lower-record.ts';
import { fillUnion } from './lower-union.ts';
import { findPatches, type Patches } from './patches.ts';
import { isComponent, Resolver } from './resolver.ts';
import { booleanScalar, integerScalar, numberScalar, stringScalar } from './scalars.ts';

/** Inline schemas nested deeper than this are `json`: the component model allows types 100 levels (wasmparser). */
const MAX_INLINE_DEPTH = 40;

/** Where a schema stands: what an inline type in it is named after, and which way its values travel. */
export interface Place {
  readonly parent: Parent;
  readonly role: string;
  readonly shared: boolean;
  readonly item?: boolean;
  readonly directions: Directions;
  /** Part of the body of a PATCH request that is patched, not replaced. */
  readonly patch?: boolean;
  readonly depth: number;
}

/** What the steps of lowering share, and what is known of references. */
export class Lowering extends Resolver {
  readonly api: ApiModel;
  readonly demotions: Demotion[] = [];
  /** What no type has a place for. */
  readonly omissions: Demotion[] = [];
  readonly unions: UnionPlans;
  readonly #patches: Patches;
  readonly #directions: ReadonlyMap<Pointer, Directions>;
  readonly #named = new Map<Pointer, Draft>();
  /** The types that named schemas have in patches. */
  readonly #patched = new Map<Pointer, Draft>();
  readonly #pending: (() => void)[] = [];
  readonly #mapping = new Map<MappingType, Draft>();

  constructor(api: ApiModel) {
    super(api);
    this.api = api;
    this.unions = new UnionPlans(api, this);
    this.#patches = findPatches(api);
    this.#directions = schemaDirections(api, this.#patches);
  }

  demote(pointer: Pointer, reason: string): JsonShape {
    this.demotions.push({ pointer, reason });
    return { kind: 'json', free: false };
  }

  /** A type that the mapping brings along. */
  mappingType(label: MappingType): Draft {
    const draft = this.#mapping.get(label) ?? mappingDraft(label);
    this.#mapping.set(label, draft);
    return draft;
  }

  /** Lowers the named schemas that were met, and those that they meet. A queue, because chains can be long. */
  finishNamed(): void {
    for (const fill of this.#pending) fill();
  }

  /** The type of a value that may be null: in a list, in a map, or as a payload. */
  nullable(schema: Schema, place: Place): Shape {
    const shape = this.shape(schema, place);
    return shape.kind !== 'json' && this.isNullable(schema)
      ? { kind: 'nullable', of: shape }
      : shape;
  }

  /** The type of a value that isn't null. */
  shape(schema: Schema, place: Place): Shape {
    if (place.depth > MAX_INLINE_DEPTH) {
      return this.demote(schema.pointer, `nested more than ${MAX_INLINE_DEPTH} levels deep`);
    }
    switch (schema.kind) {
      case 'any':
      case 'empty':
        return { kind: 'json', free: true };
      case 'untyped':
        return this.demote(schema.pointer, `${schema.construct}: ${schema.reason}`);
      case 'union':
        return this.#elsewhere(schema, place) ?? this.#unionShape(schema, place);
      case 'tuple':
        return {
          kind: 'tuple',
          items: schema.items.map((item) => this.nullable(item, within(place))),
        };
      case 'ref':
        return (
          this.#plain(schema.target, place) ?? this.#reference(schema.pointer, schema.target, place)
        );
      case 'boolean':
        return booleanScalar(schema);
      case 'integer':
        return integerScalar(schema);
      case 'number':
        return numberScalar(schema);
      case 'string':
        return stringScalar(schema);
      case 'array':
        return listOf(this.nullable(schema.items, within(place)), schema);
      case 'map':
        return { kind: 'map', of: this.nullable(schema.values, within(place)) };
      case 'enum':
        return this.#elsewhere(schema, place) ?? this.#enumShape(schema, place);
      case 'object':
        return this.#elsewhere(schema, place) ?? this.#record(schema, place);
    }
  }

  /** The type of a scalar that the document refers to where it stands, which gives it no name. */
  #plain(target: Pointer, place: Place): Shape | undefined {
    const schema = this.api.schemas.get(target)?.schema;
    const isUnnamed = schema !== undefined && !isComponent(target) && isPlain(schema);
    return isUnnamed ? this.shape(schema, place) : undefined;
  }

  #reference(pointer: Pointer, target: Pointer, { patch }: Place): Shape {
    const named = this.api.schemas.get(target);
    if (named === undefined) return this.demote(pointer, `nothing at ${target}`);
    const isPatch = patch === true && this.#patches.changed.has(target);
    const known = (isPatch ? this.#patched : this.#named).get(target);
    if (known !== undefined) return reference(pointer, known);
    return reference(pointer, isPatch ? this.#patchDraft(named) : this.#namedDraft(named));
  }

  /** The type of a named schema in patches; it has the schema's own name when there is no other type of it. */
  #patchDraft({ pointer, name, schema }: NamedSchema): Draft {
    const { in: into, out } = this.#directionsOf(pointer);
    const origin = { from: 'schema', name, patch: into || out } as const;
    const directions = { in: true, out: false };
    return this.#draft(schema, { pointer, origin }, { directions, depth: 0, patch: true });
  }

  #namedDraft({ pointer, name, schema }: NamedSchema): Draft {
    const directions = this.#directionsOf(pointer);
    const origin = { from: 'schema', name } as const;
    return this.#draft(schema, { pointer, origin }, { directions, depth: 0 });
  }

  #directionsOf(pointer: Pointer): Directions {
    return this.#directions.get(pointer) ?? { in: true, out: true };
  }

  /** The named type of an inline schema that the document refers to from elsewhere. */
  #elsewhere(schema: Schema, place: Place): Shape | undefined {
    const named = this.api.schemas.get(schema.pointer);
    if (named === undefined || named.schema === schema) return undefined;
    return this.#reference(schema.pointer, schema.pointer, place);
  }

  /** The draft of a named schema, to be filled when all are known. */
  #draft(
    schema: Schema,
    named: Pick<Draft, 'pointer' | 'origin'>,
    place: Pick<Place, 'directions' | 'depth' | 'patch'>,
  ): Draft {
    const drafts = place.patch === true ? this.#patched : this.#named;
    const base = { ...named, docs: describeType(schema) };
    if (schema.kind === 'object') {
      const draft: Draft = { ...base, kind: 'record', fields: [] };
      drafts.set(named.pointer, draft);
      this.#pending.push(() => fillRecord(draft, schema, place, this));
      return draft;
    }
    const plan = schema.kind === 'union' ? this.unions.plan(schema, place.directions) : undefined;
    if (plan?.kind === 'variant') {
      const draft: Draft = { ...base, kind: 'union', cases: [], by: plan.by };
      drafts.set(named.pointer, draft);
      this.#pending.push(() => fillUnion(draft, plan, place, this));
      return draft;
    }
    const cases = schema.kind === 'enum' ? enumCases(schema.values) : undefined;
    if (cases !== undefined) {
      const draft: Draft = { ...base, kind: 'enum', cases };
      drafts.set(named.pointer, draft);
      return draft;
    }
    const draft: Draft = { ...base, kind: 'alias', shape: { kind: 'json', free: true } };
    drafts.set(named.pointer, draft);
    this.#pending.push(() => {
      draft.shape = this.shape(schema, { ...place, parent: draft, role: '', shared: false });
      const reason = schema.kind === 'untyped' ? schema.reason : plan && reasonOf(plan);
      if (draft.shape.kind === 'json' && reason !== undefined) {
        draft.docs = paragraphs(draft.docs, `JSON text: ${reason}.`);
      }
    });
    return draft;
  }

  #enumShape(schema: Extract<Schema, { kind: 'enum' }>, place: Place): Shape {
    const cases = enumCases(schema.values);
    if (cases === undefined) {
      const reason = whyUnlabelled(schema.values);
      this.demotions.push({ pointer: schema.pointer, reason });
      return { kind: 'scalar', scalar: 'string', limits: { values: schema.values } };
    }
    const draft: Draft = {
      pointer: schema.pointer,
      origin: inlineOrigin(schema, place),
      kind: 'enum',
      docs: inlineDocs(schema, place),
      cases,
    };
    return reference(schema.pointer, draft);
  }

  #record(schema: Extract<Schema, { kind: 'object' }>, place: Place): Reference {
    const draft: DraftKind<'record'> = {
      pointer: schema.pointer,
      origin: inlineOrigin(schema, place),
      kind: 'record',
      docs: inlineDocs(schema, place),
      fields: [],
    };
    fillRecord(draft, schema, place, this);
    return reference(schema.pointer, draft);
  }

  #unionShape(schema: UnionSchema, place: Place): Shape {
    const plan = this.unions.plan(schema, place.directions);
    switch (plan.kind) {
      case 'one':
        return this.shape(plan.schema, place);
      case 'json':
        return plan.reason === undefined
          ? { kind: 'json', free: true }
          : this.demote(schema.pointer, `${schema.keyword}: ${plan.reason}`);
      case 'variant': {
        const draft: DraftKind<'union'> = {
          pointer: schema.pointer,
          origin: inlineOrigin(schema, place),
          kind: 'union',
          docs: inlineDocs(schema, place),
          cases: [],
          by: plan.by,
        };
        fillUnion(draft, plan, place, this);
        return reference(schema.pointer, draft);
      }
    }
  }
}

function reasonOf(plan: UnionPlan): string | undefined {
  return plan.kind === 'json' ? plan.reason : undefined;
}

function isPlain({ kind }: Schema): boolean {
  return ['any', 'boolean', 'integer', 'number', 'string', 'untyped'].includes(kind);
}

function listOf(of: Shape, { minItems, maxItems }: Extract<Schema, { kind: 'array' }>): Shape {
  return {
    kind: 'list',
    of,
    ...(minItems === undefined ? {} : { min: minItems }),
    ...(maxItems === undefined ? {} : { max: maxItems }),
  };
}

function within(place: Place): Place {
  return { ...place, item: true, patch: false, depth: place.depth + 1 };
}

function inlineOrigin(schema: Schema, place: Place): InlineOrigin {
  const { parent, role, shared, item = false } = place;
  return { from: 'inline', title: schema.title, parent, role, shared, item };
}

/** What describes a property stands at the field; only a payload has no other place for it. */
function inlineDocs(schema: Schema, place: Place): string | undefined {
  return place.shared ? undefined : describeType(schema);
}
