import type { Rule } from '../rule.ts';
import { applicationRules } from './application.ts';
import { buildRules } from './build.ts';
import { dependencyRules } from './dependencies.ts';
import { fileRules } from './files.ts';
import { hostRules } from './hosts.ts';
import { interfaceRules } from './interfaces.ts';
import { routeRules } from './routes.ts';
import { shapeRules } from './shape.ts';
import { sourceRules } from './sources.ts';
import { storeRules } from './stores.ts';
import { syntaxRules } from './syntax.ts';
import { targetRules } from './targets.ts';
import { translationRules } from './translation.ts';
import { triggerRules } from './triggers.ts';
import { variableRules } from './variables.ts';
import { versionRules } from './version.ts';
import { wasmRules } from './wasm.ts';

/** The rules by what they are about, as the page of rules has them. */
export const RULES_BY_SUBJECT: ReadonlyMap<string, readonly Rule[]> = new Map([
  ['The text', syntaxRules],
  ['The version', versionRules],
  ['The translation of version 1', translationRules],
  ['Keys and types', shapeRules],
  ['The application', applicationRules],
  ['Variables and templates', variableRules],
  ['Triggers', triggerRules],
  ['Routes', routeRules],
  ['Sources', sourceRules],
  ['Hosts', hostRules],
  ['Files', fileRules],
  ['Stores and databases', storeRules],
  ['Builds', buildRules],
  ['Dependencies', dependencyRules],
  ['Targets', targetRules],
  ['The file of the component', wasmRules],
  ['Imports and exports', interfaceRules],
]);
