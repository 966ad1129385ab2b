/**
 * The draft interface wasi:config 0.2.0-draft-2024-09-27: it may change before it is released, and hosts offer other
 * drafts.
 */
import { get, getAll } from 'wasi:config/store@0.2.0-draft-2024-09-27';
import { component, variables } from './grants.ts';
import { callHost, HostError, notGranted, type Payload, payloadText } from './host-error.ts';

/** A variable that spin.toml lets the component read. */
export type VariableName = (typeof variables)[number];

/** The variables of spin.toml. They are read when they are asked for: a secret is in no snapshot of the component. */
export const wasiConfig = {
  /** @throws HostError when the variable is not granted */
  get(name: VariableName): string {
    const value = callHost(() => get(name), explain);
    if (value !== undefined) return value;
    const what = `The variable "${name}" is not granted`;
    throw notGranted(what, `${name} = "{{ ${name} }}"`, `component.${component}.variables`);
  },
  /** Everything that is granted, secrets too: nothing for a log. */
  getAll(): Map<string, string> {
    return new Map(callHost(() => Array.from(getAll()), explain));
  },
};

/** @throws HostError when a variable is not there */
export function ready(): void {
  for (const name of variables) wasiConfig.get(name);
}

function explain(payload: Payload): HostError {
  return new HostError('failed', `A variable can't be read: ${payloadText(payload)}`);
}
