import type { Grants } from './grants.mjs';

/** A need that isn't there. `unreachable`: its server doesn't run here; any other kind is a fault of the project. */
export interface Missing {
  readonly need: string;
  readonly kind: string;
  readonly why: string;
}

export function grantsForProof(
  manifest: string,
  component: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ grants: Grants; unset: readonly string[] }>;

export function missingNeeds(
  served: { readonly url: string; output(): string },
  path: string,
): Promise<Missing[]>;
