// @ts-check
import { availableParallelism, loadavg, totalmem } from 'node:os';

/**
 * What is worth knowing about the machine, and nothing that names it.
 *
 * @returns {{ cores: number, memoryGiB: number, system: string, node: string, load: number, date: string }} `load`: of
 *   the minute before, by others
 */
export function describeMachine() {
  return {
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${process.arch}`,
    node: process.versions.node,
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    date: new Date().toISOString().slice(0, 10),
  };
}
