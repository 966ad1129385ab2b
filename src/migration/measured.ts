import type { Catalogue } from '../messages/catalogue.ts';
import { type Block, paragraph, type Row, table } from '../report/page.ts';

/** The region of the plan that the proof fills with what it measured. */
export const MEASURED = 'measured';

/** What proofs measured, on the machine that they ran on. */
export interface Measurement {
  readonly components: readonly MeasuredComponent[];
  /** SHA-256 of the bundles: two builds of the same bundle differ in bytes that mean nothing. */
  readonly bundleHash: string;
  /** Bundling and making all components. */
  readonly buildSeconds: number;
  /** `linux x64, 2 CPU, Node 20.20.2`. */
  readonly machine: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

export interface MeasuredComponent {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
  /** The first request, and the median of the others; each has an instance of its own. */
  readonly firstMs: number | undefined;
  readonly laterMs: number | undefined;
  /** How many requests came after the first. */
  readonly later: number;
}

/** What stands there until something was measured. */
export function unmeasured({ plan }: Catalogue): readonly Block[] {
  return [paragraph(plan.numbers.notMeasured)];
}

/** The numbers, with what they hold for. */
export function measuredBlocks(
  { components, bundleHash, buildSeconds, machine, day }: Measurement,
  { plan }: Catalogue,
): readonly Block[] {
  const { numbers: says } = plan;
  const rows = components.flatMap((one) => rowsOf(one, says.rows));
  const build: Row = [[says.rows.build], [`${buildSeconds.toFixed(1)} s`]];
  return [
    paragraph(says.measuredOn(day, machine), ' ', { code: shownHash({ bundleHash }) }, '.'),
    table([says.columns.what, says.columns.value], [...rows, build]),
    paragraph(says.caveat),
  ];
}

function rowsOf(
  { name, bytes, gzipBytes, firstMs, laterMs, later }: MeasuredComponent,
  says: Catalogue['plan']['numbers']['rows'],
): readonly Row[] {
  const row = (what: string, value: string): Row => [[{ code: name }, `: ${what}`], [value]];
  return [
    row(says.size, mebibytes(bytes)),
    row(says.gzip, mebibytes(gzipBytes)),
    ...(firstMs === undefined ? [] : [row(says.first, `${Math.round(firstMs)} ms`)]),
    ...(laterMs === undefined ? [] : [row(says.later(later), `${Math.round(laterMs)} ms`)]),
  ];
}

/** The bundle's hash as the plan shows it. */
export function shownHash({ bundleHash }: Pick<Measurement, 'bundleHash'>): string {
  return `sha256:${bundleHash.slice(0, 12)}`;
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
