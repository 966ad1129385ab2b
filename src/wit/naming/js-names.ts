/** From a WIT label to its JavaScript and TypeScript names. */
import { JS_RESERVED, OBJECT_MEMBERS, TS_RESERVED } from './keywords.ts';
import { capital } from './labels.ts';

/** The name of a label in JavaScript, as jco and componentize-js make it: `order-line` → `orderLine`. */
export function jsName(label: string): string {
  const [first = '', ...rest] = label.split('-');
  return first + rest.map(capital).join('');
}

/** The label's name as a TypeScript type: `order-line` → `OrderLine`, `date` → `DateValue`. */
export function typeName(label: string): string {
  const name = label.split('-').map(capital).join('');
  return TS_RESERVED.has(name) ? `${name}Value` : name;
}

/** The label's name as a JavaScript binding: `jsName`, unless that is a reserved word (`in` → `inParam`). */
export function bindingName(label: string, suffix: string): string {
  const name = jsName(label);
  return JS_RESERVED.has(name) ? name + suffix : name;
}

/** Whether `jsName(label)` can be a function of an object, without meaning something else there. */
export function isSafeMember(label: string): boolean {
  return !OBJECT_MEMBERS.has(jsName(label));
}

/** Whether `jsName(label)` can be exported from a JavaScript module. */
export function isSafeExport(label: string): boolean {
  return !JS_RESERVED.has(jsName(label)) && jsName(label) !== 'then';
}
