import type { PackageManager } from '../service/model.ts';
import { MANAGER_VERSIONS } from './versions.ts';

/** The commands of one package manager. */
export interface ManagerCommands {
  readonly install: string;
  /** Installs what the lock file says, and fails when it doesn't fit package.json. */
  readonly cleanInstall: string;
  readonly lockFile: string;
  readonly test: string;
  /** Before a script's name. */
  readonly run: string;
  /** Gets the manager itself on a machine that has Node; absent for npm, which comes with it. */
  readonly setup?: string;
  /** Value of package.json's `packageManager` (Corepack). */
  readonly pin?: string;
}

const { pnpm, yarn, bun } = MANAGER_VERSIONS;

export const MANAGERS: Readonly<Record<PackageManager, ManagerCommands>> = {
  npm: {
    install: 'npm install',
    cleanInstall: 'npm ci',
    lockFile: 'package-lock.json',
    test: 'npm test',
    run: 'npm run',
  },
  pnpm: {
    install: 'pnpm install',
    cleanInstall: 'pnpm install --frozen-lockfile',
    lockFile: 'pnpm-lock.yaml',
    test: 'pnpm test',
    run: 'pnpm run',
    setup: `npm install --global pnpm@${pnpm}`,
    pin: `pnpm@${pnpm}`,
  },
  yarn: {
    install: 'yarn install',
    cleanInstall: 'yarn install --frozen-lockfile',
    lockFile: 'yarn.lock',
    test: 'yarn test',
    run: 'yarn run',
    setup: `npm install --global yarn@${yarn}`,
    pin: `yarn@${yarn}`,
  },
  bun: {
    install: 'bun install',
    cleanInstall: 'bun install --frozen-lockfile',
    lockFile: 'bun.lock',
    // `bun test` is bun's own runner.
    test: 'bun run test',
    run: 'bun run',
    setup: `npm install --global bun@${bun}`,
  },
};
