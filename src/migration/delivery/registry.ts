import type { Finding } from '../../evidence/finding.ts';
import { firm, type ReportContext } from '../context.ts';

/** Where the workflow publishes to: where the images of today come from. */
export interface Registry {
  readonly kind: 'ghcr' | 'ecr';
  /** The finding that says so; absent when nothing does. */
  readonly shownBy: Finding | undefined;
}

const ECR = /^\d{12}\.dkr\.ecr\.[a-z\d-]+\.amazonaws\.com(?:\.cn)?\//u;

/** ECR when an image of today lies there or AWS starts the functions; else GHCR, which every repository on GitHub has. */
export function registryOf(findings: readonly Finding[]): Registry {
  const firm = findings.filter(({ confidence }) => confidence !== 'hint');
  const ecr = firm.find(
    ({ kind, what, value }) =>
      (kind === 'image' && ECR.test(value)) || (kind === 'service' && what === 'sam'),
  );
  if (ecr !== undefined) return { kind: 'ecr', shownBy: ecr };
  const ghcr = firm.find(({ kind, value }) => kind === 'image' && value.startsWith('ghcr.io/'));
  return { kind: 'ghcr', shownBy: ghcr };
}

/** What the published application is called, with what is to be filled in in capitals. */
export function imageReference(context: ReportContext): string {
  const { kind } = registryOf(firm(context));
  const version = context.project?.model.version ?? '0.1.0';
  const host = kind === 'ecr' ? 'ACCOUNT.dkr.ecr.REGION.amazonaws.com' : 'ghcr.io/OWNER';
  return `${host}/${context.project?.model.name ?? 'NAME'}:v${version}`;
}
