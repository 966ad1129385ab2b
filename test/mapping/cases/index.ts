import type { Section } from './case.ts';
import { composition } from './composition.ts';
import { objects } from './objects.ts';
import { operations } from './operations.ts';
import { scalars } from './scalars.ts';

/**
 * What docs/openapi-to-wit.md shows: constructs of OpenAPI, each with a document that has it and JSON that goes through
 * it. The WIT and the JavaScript values on the page are what the converter and the codec make of them.
 */
export const SECTIONS: readonly Section[] = [scalars, objects, composition, operations];
