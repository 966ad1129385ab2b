import { put } from './json.ts';

/** The first is what the engine itself asks the pieces of a body for. */
const layouts: (readonly string[])[] = [['value', 'done']];

/** Says that requests will make objects of these properties, in this order. */
export function noteLayout(names: readonly string[]): void {
  layouts.push(names);
}

/**
 * Makes an object of every layout, and lets it go. The engine keeps what it learns by that, property by property, and
 * the names that a JSON text has.
 */
export function drawLayouts(): void {
  for (const names of layouts) {
    const object = {};
    for (const name of names) put(object, name, 0);
    JSON.parse(JSON.stringify(object));
  }
}
