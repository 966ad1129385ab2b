import { BuildProblem } from '../../templates/node/build.mjs';
import { proofFailed } from '../terminal/failure.ts';

/** A build problem as the user's failure (code 1); any other error is ours and stays as it is. */
export function asFailure(step: string, error: unknown): unknown {
  if (!(error instanceof BuildProblem)) return error;
  const { message, where, hint } = error;
  return proofFailed(`${step}: ${message}`, {
    ...(where !== undefined && { where }),
    ...(hint !== undefined && { hint }),
    cause: error,
  });
}
