import type { Command } from './command.ts';

/** The commands, by name; each is loaded when it is called. */
export const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['wit', async () => (await import('../conversion/command.ts')).witCommand],
  ['assess', async () => (await import('../assessment/command.ts')).assessCommand],
  ['check', async () => (await import('../spin/check/command.ts')).checkCommand],
]);
