/**
 * Looking into values of unknown type: JSON, and what the service returns or throws.
 */
import { expected } from './mismatch.ts';

export type Properties = Readonly<Record<string, unknown>>;

/**
 * An object's property; never one that every object inherits (`constructor`), but a getter of the user's class.
 */
export function property(object: object, name: string): unknown {
  if (name in Object.prototype && !Object.hasOwn(object, name)) return undefined;
  return (object as Properties)[name];
}

/**
 * What stands beside a value in another list. Not by a Map, which makes a lasting string of every text that it is asked
 * for, where the engine compares texts as they are.
 */
export function lookup<T>(keys: readonly unknown[], values: readonly T[]) {
  return (key: unknown): T | undefined => {
    const place = keys.indexOf(key);
    return place === -1 ? undefined : values[place];
  };
}

/** The value, when it is an object and no array. Throws Mismatch. */
export function asObject(value: unknown): Properties {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw expected('object', value);
  }
  return value as Properties;
}

/** The value, when it is an array. Throws Mismatch. */
export function asArray(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw expected('array', value);
  return value;
}

export interface Tagged {
  readonly tag: string;
  readonly val?: unknown;
}

/** A WIT variant's value, returned or thrown. */
export function tagged(value: unknown): Tagged | undefined {
  const isTagged =
    typeof value === 'object' && value !== null && 'tag' in value && typeof value.tag === 'string';
  return isTagged ? (value as Tagged) : undefined;
}
