import type { Catalogue } from '../messages/catalogue.ts';
import { type Block, paragraph, type Row, table } from '../report/page.ts';

/** The region of the plan that the proof fills with what it measured. */
export const MEASURED = 'measured';

/** What a proof measured, on the machine that it ran on. */
export interface Measurement {
  readonly bytes: number;
  readonly gzipBytes: number;
  readonly sha256: string;
  /** Bundling and making the component. */
  readonly buildSeconds: number;
  /** The first request, and the median of the others; each has an instance of its own. */
  readonly firstMs: number;
  readonly laterMs: number | undefined;
  readonly requests: number;
  /** `linux x64, Node 20.20.2`. */
  readonly machine: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** What stands there until something was measured. */
export function unmeasured({ plan }: Catalogue): readonly Block[] {
  return [paragraph(plan.numbers.notMeasured)];
}

/** The numbers, with what they hold for. */
export function measuredBlocks(measurement: Measurement, { plan }: Catalogue): readonly Block[] {
  const { numbers: says } = plan;
  const { bytes, gzipBytes, buildSeconds, firstMs, laterMs, requests } = measurement;
  const rows: readonly Row[] = [
    [[says.rows.size], [megabytes(bytes)]],
    [[says.rows.gzip], [megabytes(gzipBytes)]],
    [[says.rows.build], [`${buildSeconds.toFixed(1)} s`]],
    [[says.rows.first], [`${Math.round(firstMs)} ms`]],
    ...(laterMs === undefined
      ? []
      : [[[says.rows.later(requests - 1)], [`${Math.round(laterMs)} ms`]]]),
  ];
  return [
    paragraph(
      says.measuredOn(measurement.day, measurement.machine),
      ' ',
      { code: `sha256:${measurement.sha256.slice(0, 12)}` },
      '.',
    ),
    table([says.columns.what, says.columns.value], rows),
    paragraph(says.caveat),
  ];
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
