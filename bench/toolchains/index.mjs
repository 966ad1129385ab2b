// @ts-check
import { generator } from './generator.mjs';
import { scaffold } from './scaffold.mjs';
import { spin } from './spin.mjs';
import { stock } from './stock.mjs';

/** The ways to a component that first-green and rebuild compare; ours first. */
export const toolchains = [generator, stock, scaffold, spin];
