import type { ProjectFile } from '../../src/project/file.ts';

export function projectFile(
  path: string,
  content: string,
  owner: ProjectFile['owner'] = 'generated',
): ProjectFile {
  return { path, content, owner, why: 'a test' };
}
