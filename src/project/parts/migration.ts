import type { Project } from '../../migration/context.ts';
import { registryOf } from '../../migration/delivery/registry.ts';
import { reportPage } from '../../migration/report.ts';
import { markdownPage } from '../../report/markdown.ts';
import type { ServiceModel } from '../../service/model.ts';
import type { ProjectFile } from '../file.ts';
import { MANAGERS } from '../package-manager.ts';
import { renderTemplate } from '../render.ts';
import { ACTIONS, SPIN_VERSION } from '../versions.ts';

export const MIGRATION_FILE = 'MIGRATION.md';

/** Stands in the plan's first line. */
const MARK =
  '<!-- Written by generator-wasm-component from what it found in the service and measured here. -->';

/**
 * The plan of the move and the workflow that publishes, for a service whose folder was judged.
 *
 * @param others - the other files of the project, which the plan points to
 */
export function migrationFiles(
  model: ServiceModel,
  others: readonly ProjectFile[],
): readonly ProjectFile[] {
  if (model.assessment === undefined) return [];
  const workflow = publishWorkflow(model, model.assessment.evidence.findings);
  const files = new Set([...others, workflow].map(({ path }) => path));
  const project: Project = { model, files };
  return [
    workflow,
    {
      path: MIGRATION_FILE,
      content: markdownPage(reportPage(model.assessment, model.name, project), MARK),
      owner: 'user',
      why: 'the verdict with its sources, and the plan of the move',
    },
  ];
}

function publishWorkflow(
  model: ServiceModel,
  findings: Parameters<typeof registryOf>[0],
): ProjectFile {
  const file = {
    template: 'shared/.github/workflows/publish.yml.ejs',
    path: '.github/workflows/publish.yml',
    owner: 'user',
    why: 'publishes a tagged version to a registry, signed',
  } as const;
  return renderTemplate(file, {
    name: model.name,
    registry: registryOf(findings).kind,
    manager: MANAGERS[model.packageManager],
    actions: ACTIONS,
    spinVersion: SPIN_VERSION,
  });
}
