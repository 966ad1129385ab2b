import { data } from './data.ts';
import { machine } from './machine.ts';
import { moves } from './moves.ts';
import { rewrite } from './rewrite.ts';
import { surface } from './surface.ts';
import { work } from './work.ts';

export const rules = { ...moves, ...surface, ...work, ...data, ...machine, ...rewrite };
