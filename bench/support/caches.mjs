// @ts-check
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/**
 * Lets the system forget the files it holds in memory, as after a start of the machine.
 *
 * @returns {boolean} whether it could: it takes Linux and root
 */
export function forgetFiles() {
  try {
    execFileSync('sync');
    writeFileSync('/proc/sys/vm/drop_caches', '1');
    return true;
  } catch {
    return false;
  }
}
