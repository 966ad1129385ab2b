import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ejs from 'ejs';
import type { ServiceModel } from '../service/model.ts';
import type { ProjectFile } from './file.ts';
import { packageRoot } from './package-root.ts';

/** One file of the emitted project, or several that belong together. */
export type Part = (
  model: ServiceModel,
) => readonly ProjectFile[] | Promise<readonly ProjectFile[]>;

export interface TemplateFile extends Omit<ProjectFile, 'content'> {
  /** Below `templates/project/`. Without `.ejs` at its end it is copied as it is. */
  readonly template: string;
}

/**
 * Renders a template of `templates/project/`.
 *
 * @param data - what the template reads as `it`, already encoded for the file's language
 */
export function renderTemplate(file: TemplateFile, data: object): ProjectFile {
  const { template, ...rest } = file;
  return { ...rest, content: renderText(template, data) };
}

/** The text of a template alone. */
export function renderText(template: string, data: object): string {
  const text = readFileSync(join(packageRoot(), 'templates', 'project', template), 'utf8');
  if (!template.endsWith('.ejs')) return text;
  return ejs.render(text, data, { strict: true, localsName: 'it', filename: template });
}
