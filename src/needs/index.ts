import { keyValue } from './key-value.ts';
import type { Need } from './need.ts';

/** Every need, in the order in which they are offered and emitted. A new one is a file in this folder and a line here. */
export const needs: readonly Need[] = [keyValue];
