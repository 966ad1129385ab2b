import { seen } from '../fit/rule.ts';
import type { PackageManager } from '../service/model.ts';
import type { ChoiceQuestion } from './question.ts';
import { firm, placesOf } from './service-facts.ts';

export const packageManager: ChoiceQuestion<'packageManager'> = {
  key: 'packageManager',
  flag: 'package-manager',
  kind: 'choice',
  choices: [
    { value: 'npm', label: 'npm' },
    { value: 'pnpm', label: 'pnpm' },
    { value: 'yarn', label: 'Yarn' },
    { value: 'bun', label: 'Bun' },
  ],
  message: 'Package manager:',
  help: 'Package manager of the project',
  asked: 'details',
  affects: 'project',
  remembered: 'always',
  fallback: (_known, facts) => facts.folder.packageManager,
  defaultText: 'the one of the service, or that runs this, or whose lockfile is here; else npm',
  found(service) {
    const [tool, ...others] = MANAGERS.flatMap((manager) =>
      seen('build-tool', manager)(firm(service)).slice(0, 1),
    );
    if (tool === undefined || others.length > 0) return undefined;
    return { value: tool.what as PackageManager, shownBy: placesOf([tool], service) };
  },
};

const MANAGERS: readonly PackageManager[] = ['npm', 'pnpm', 'yarn', 'bun'];
