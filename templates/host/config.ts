import { get } from 'fermyon:spin/variables@2.0.0';
import { component, variables } from './grants.ts';
import { callHost, HostError, notGranted, type Payload, payloadText } from './host-error.ts';

/** A variable that spin.toml lets the component read. */
export type VariableName = (typeof variables)[number];

/** The variables of spin.toml. They are read when they are asked for: a secret is in no snapshot of the component. */
export const config = {
  /** @throws HostError when the variable is not granted */
  get(name: VariableName): string {
    return callHost(
      () => get(name),
      (payload) => explain(payload, name),
    );
  },
  /** The value as a whole number. @throws HostError when it is none */
  getInteger(name: VariableName): number {
    const text = config.get(name);
    if (/^[+-]?\d+$/.test(text)) return Number(text);
    throw new HostError('refused', `The variable "${name}" is no whole number.`);
  },
};

/** @throws HostError when a variable is not there */
export function ready(): void {
  for (const name of variables) config.get(name);
}

function explain(payload: Payload, name: string): HostError {
  if (payload.tag === 'undefined') {
    const what = `The variable "${name}" is not granted`;
    return notGranted(what, `${name} = "{{ ${name} }}"`, `component.${component}.variables`);
  }
  // Providers may quote what they were given: the value stays out of the message.
  const reason = payload.tag === 'provider' ? payload.tag : payloadText(payload);
  return new HostError('failed', `The variable "${name}" can't be read: ${reason}`);
}
