import type { Rule } from '../rule.ts';
import { data } from './data.ts';
import { machine } from './machine.ts';
import { moves } from './moves.ts';
import { rewrite } from './rewrite.ts';
import { surface } from './surface.ts';
import { work } from './work.ts';

/** Every rule; what speaks for a move first, since the score is added up in this order. */
export const RULES: readonly Rule[] = [
  ...moves,
  ...surface,
  ...work,
  ...data,
  ...machine,
  ...rewrite,
];
