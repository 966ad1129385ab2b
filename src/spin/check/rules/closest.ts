import { nearest } from '../../../text/nearest.ts';

/** A list this long is no user's; the cap bounds the work for hostile input. */
const MOST = 200;

/** Which of the user's own names was probably meant. */
export function closest(name: string, names: readonly string[]): string | undefined {
  return nearest(name, names.slice(0, MOST));
}
