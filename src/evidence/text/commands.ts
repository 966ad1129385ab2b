import type { Finding } from '../finding.ts';
import { at, type SourceFile } from '../reader.ts';
import { shortened } from './settings.ts';

/** What flags of a start command say: heap, number of workers. */
export function* commandFlags(
  file: SourceFile,
  offset: number,
  written: string,
): Generator<Finding> {
  const command = shortened(written);
  const heap = /-Xmx(\d+[kmgKMG]?)/u.exec(command)?.[1];
  if (heap !== undefined) yield at(file, offset, 'memory-limit', 'heap', heap);
  const node = /--max[-_]old[-_]space[-_]size=(\d+)/u.exec(command)?.[1];
  if (node !== undefined) yield at(file, offset, 'memory-limit', 'heap', `${node}m`);
  const workers = /(?:--workers|(?<=gunicorn.*\s)-w)[ =](\d+)/u.exec(command)?.[1];
  if (workers !== undefined) yield at(file, offset, 'replicas', 'workers', workers);
}

/** The path that a health command asks for, or the command. */
export function probePath(command: string): string {
  const url = /https?:\/\/[^\s/'"]+(\/[^\s'"|;)]*)?/u.exec(command);
  return url === null ? command : (url[1] ?? '/');
}
