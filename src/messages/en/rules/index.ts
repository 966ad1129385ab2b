import { data } from './data.ts';
import { machine } from './machine.ts';
import { moves } from './moves.ts';
import { rewrite } from './rewrite.ts';
import { surface } from './surface.ts';
import { work } from './work.ts';

/**
 * Every rule in words, by its id: `title` in a few, `why` in one or two sentences, `instead` as an instruction. For
 * `{what}` and `{count}` see `fill`.
 */
export const rules = { ...moves, ...surface, ...work, ...data, ...machine, ...rewrite };
