/**
 * Schemas → drafts, by the mapping table: named schemas once each, inline objects and enums as drafts of their own.
 */
import type { ApiModel, Pointer, Schema } from '../../openapi/model.ts';
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
import { planUnion, type UnionPlan } from '../unions/plan.ts';
import { Setting } from '../unions/setting.ts';
import { describeType, paragraphs } from './describe.ts';
import type { Directions } from './directions.ts';
import { fillRecord } from './lower-record.ts';
import { fillUnion, type UnionSchema } from './lower-union.ts';
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
  readonly depth: number;
}

/** What the steps of lowering share. */
export class Lowering {
  readonly api: ApiModel;
  readonly demotions: Demotion[] = [];
  /** What no type has a place for. */
  readonly omissions: Demotion[] = [];
  readonly #directions: ReadonlyMap<Pointer, Directions>;
  readonly #named = new Map<Pointer, Draft>();
  readonly #pending: (() => void)[] = [];
  readonly #settings = new Map<string, Setting>();
  #names: ReadonlyMap<Schema, string> | undefined;
  readonly #mapping = new Map<MappingType, Draft>();

  constructor(api: ApiModel, directions: ReadonlyMap<Pointer, Directions>) {
    this.api = api;
    this.#directions = directions;
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

  /** The schema that references lead to. */
  resolve(schema: Schema): Schema {
    const seen = new Set<Schema>();
    let current = schema;
    while (current.kind === 'ref' && !seen.has(current)) {
      seen.add(current);
      const target = this.api.schemas.get(current.target);
      if (target === undefined) break;
      current = target.schema;
    }
    return current;
  }

  /** Whether `null` is a value: said here, by a named schema that this refers to, or by a member. */
  isNullable(schema: Schema): boolean {
    const met = new Set([schema]);
    for (const current of met) {
      if (current.nullable === true) return true;
      const target =
        current.kind === 'ref' ? this.api.schemas.get(current.target)?.schema : undefined;
      if (target !== undefined) met.add(target);
      if (current.kind === 'union') for (const member of current.members) met.add(member);
    }
    return false;
  }

  /** What the document calls the component that a schema refers to, or is. */
  nameOf({ kind, ...schema }: Schema): string | undefined {
    const target = 'target' in schema ? schema.target : schema.pointer;
    return isComponent(target) ? this.api.schemas.get(target)?.name : undefined;
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
        return this.#elsewhere(schema) ?? this.#unionShape(schema, place);
      case 'tuple':
        return {
          kind: 'tuple',
          items: schema.items.map((item) => this.nullable(item, within(place))),
        };
      case 'ref':
        return this.#plain(schema.target, place) ?? this.#reference(schema.pointer, schema.target);
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
        return this.#elsewhere(schema) ?? this.#enumShape(schema, place);
      case 'object':
        return this.#elsewhere(schema) ?? this.#record(schema, place);
    }
  }

  /** The type of a scalar that the document refers to where it stands, which gives it no name. */
  #plain(target: Pointer, place: Place): Shape | undefined {
    const schema = this.api.schemas.get(target)?.schema;
    const isUnnamed = schema !== undefined && !isComponent(target) && isPlain(schema);
    return isUnnamed ? this.shape(schema, place) : undefined;
  }

  #reference(pointer: Pointer, target: Pointer): Shape {
    const named = this.api.schemas.get(target);
    if (named === undefined) return this.demote(pointer, `nothing at ${target}`);
    const known = this.#named.get(target);
    return reference(pointer, known ?? this.#namedDraft(target, named.name, named.schema));
  }

  /** The named type of an inline schema that the document refers to from elsewhere. */
  #elsewhere(schema: Schema): Shape | undefined {
    const named = this.api.schemas.get(schema.pointer);
    if (named === undefined || named.schema === schema) return undefined;
    return this.#reference(schema.pointer, schema.pointer);
  }

  #namedDraft(target: Pointer, name: string, schema: Schema): Draft {
    const origin = { from: 'schema', name } as const;
    const docs = describeType(schema);
    const directions = this.#directions.get(target) ?? { in: true, out: true };
    const base = { pointer: target, origin };
    if (schema.kind === 'object') {
      const draft: Draft = { ...base, kind: 'record', docs, fields: [] };
      this.#named.set(target, draft);
      this.#pending.push(() => fillRecord(draft, schema, { directions, depth: 0 }, this));
      return draft;
    }
    const plan = schema.kind === 'union' ? this.plan(schema, directions) : undefined;
    if (plan?.kind === 'variant') {
      const draft: Draft = { ...base, kind: 'union', docs, cases: [], by: plan.by };
      this.#named.set(target, draft);
      this.#pending.push(() => fillUnion(draft, plan, { directions, depth: 0 }, this));
      return draft;
    }
    const cases = schema.kind === 'enum' ? enumCases(schema.values) : undefined;
    if (cases !== undefined) {
      const draft: Draft = { ...base, kind: 'enum', docs, cases };
      this.#named.set(target, draft);
      return draft;
    }
    const draft: Draft = { ...base, kind: 'alias', docs, shape: { kind: 'json', free: true } };
    this.#named.set(target, draft);
    this.#pending.push(() => {
      const place = { parent: draft, role: '', shared: false, directions, depth: 0 };
      draft.shape = this.shape(schema, place);
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
    const plan = this.plan(schema, place.directions);
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

  /** What becomes of a union whose values travel so. */
  plan(schema: UnionSchema, directions: Directions): UnionPlan {
    const key = `${directions.in} ${directions.out}`;
    const setting = this.#settings.get(key) ?? new Setting(directions, this);
    this.#settings.set(key, setting);
    return planUnion(schema, setting, (member) => this.#wordsFor(member));
  }

  /** How a reason calls a schema. */
  #wordsFor(schema: Schema): string {
    this.#names ??= new Map([...this.api.schemas.values()].map((one) => [one.schema, one.name]));
    return this.#names.get(schema) ?? schema.title ?? `the ${schema.kind} at ${schema.pointer}`;
  }
}

/** Whether the document gave the schema its name; a schema elsewhere is called after its place. */
function isComponent(target: Pointer): boolean {
  return /^#\/(?:components\/schemas|definitions)\/[^/]+$/u.test(target);
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
  return { ...place, item: true, depth: place.depth + 1 };
}

function inlineOrigin(schema: Schema, place: Place): InlineOrigin {
  const { parent, role, shared, item = false } = place;
  return { from: 'inline', title: schema.title, parent, role, shared, item };
}

/** What describes a property stands at the field; only a payload has no other place for it. */
function inlineDocs(schema: Schema, place: Place): string | undefined {
  return place.shared ? undefined : describeType(schema);
}
