import type { Section } from '../context.ts';

/** Where the service can be cut into components, and why there. */
export const boundaries: Section = () => [];
