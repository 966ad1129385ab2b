import type { CommandLine } from '../command-line/command-line.ts';
import type { Progress } from '../terminal/progress.ts';
import type { Style } from '../terminal/style.ts';
import type { Documents } from './documents.ts';
import type { Host } from './host.ts';
import type { Services } from './services.ts';

/** What every phase of a run may use. */
export interface Context {
  readonly host: Host;
  readonly services: Services;
  readonly documents: Documents;
  readonly line: CommandLine;
  readonly progress: Progress;
  readonly style: Style;
}
