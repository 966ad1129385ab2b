import { availableParallelism } from 'node:os';
import type { ServiceModel } from '../service/model.ts';

/** One more thread takes as long to start as ten requests: it is to save more than that. */
const REQUESTS_A_THREAD = 48;

/** An instance may take 40 MB and more, and threads that wait for memory gain nothing. */
const MOST_THREADS = 4;

/**
 * How many requests may be on their way together. A service that needs nothing of its host has nowhere to leave anything
 * that another request could find; with others a request may depend on those before it.
 */
export function threadsFor(
  { needs }: Pick<ServiceModel, 'needs'>,
  requests: number,
  cores = availableParallelism(),
): number {
  if (needs.chosen.length > 0) return 1;
  const useful = Math.max(1, Math.ceil(requests / REQUESTS_A_THREAD));
  return Math.min(useful, cores, MOST_THREADS);
}
