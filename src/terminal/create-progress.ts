import type { Progress } from './progress.ts';
import type { Style } from './style.ts';

export interface ProgressOptions {
  readonly stream: { write(text: string): unknown; readonly columns?: number };
  /** A spinner that redraws its line; otherwise one plain line when a step ends. */
  readonly interactive: boolean;
  readonly style: Style;
  /** Milliseconds; a test gives its own clock. */
  readonly now?: () => number;
}

const FRAME_MS = 80;
const CLEAR_LINE = '\r\u001B[2K';

/** Shows steps on `stream` (stderr: stdout belongs to `--json`). */
export function createProgress(options: ProgressOptions): Progress {
  const { stream, style, now = () => performance.now() } = options;
  const timings: Record<string, number> = {};
  const warnings: string[] = [];
  const spinner = options.interactive ? createSpinner(stream, style) : undefined;

  const line = (text: string): void => {
    spinner?.pause();
    stream.write(`${text}\n`);
    spinner?.resume();
  };

  return {
    timings,
    warnings,
    clear: () => spinner?.pause(),
    note: (text) => line(`${style.dim(style.symbols.note)} ${text}`),
    warn(text) {
      warnings.push(text);
      line(`${style.yellow(style.symbols.warning)} ${text}`);
    },
    async step(key, label, work) {
      const start = now();
      spinner?.start(label);
      const finish = (symbol: string): void => {
        const seconds = (now() - start) / 1000;
        timings[key] = round((timings[key] ?? 0) + seconds);
        spinner?.stop(label);
        stream.write(`${symbol} ${label} ${style.dim(`${seconds.toFixed(1)} s`)}\n`);
        spinner?.resume();
      };
      try {
        const value = await work();
        finish(style.green(style.symbols.done));
        return value;
      } catch (error) {
        finish(style.red(style.symbols.failed));
        throw error;
      }
    },
  };
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

interface Spinner {
  start(label: string): void;
  stop(label: string): void;
  pause(): void;
  resume(): void;
}

/** One line at a time, for the step that started last of those that have not ended. */
function createSpinner(stream: ProgressOptions['stream'], style: Style): Spinner {
  const labels: string[] = [];
  let frame = 0;
  let timer: NodeJS.Timeout | undefined;

  const draw = (): void => {
    const { spinner } = style.symbols;
    const label = labels.at(-1) ?? '';
    // A label that wraps would leave its first line behind at each redraw.
    const fits = label.slice(0, Math.max((stream.columns || 80) - 4, 10));
    stream.write(`${CLEAR_LINE}${style.dim(spinner[frame % spinner.length] ?? '')} ${fits}`);
    frame += 1;
  };
  const pause = (): void => {
    if (timer === undefined) return;
    clearInterval(timer);
    timer = undefined;
    stream.write(CLEAR_LINE);
  };
  const resume = (): void => {
    if (labels.length === 0 || timer !== undefined) return;
    draw();
    timer = setInterval(draw, FRAME_MS);
    // A spinner must not keep the process alive.
    timer.unref();
  };
  return {
    pause,
    resume,
    start(label) {
      pause();
      labels.push(label);
      resume();
    },
    stop(label) {
      pause();
      labels.splice(labels.lastIndexOf(label), 1);
    },
  };
}
