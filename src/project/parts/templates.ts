import { type Part, renderTemplate, type TemplateFile } from '../render.ts';
import { projectView } from '../view.ts';

/** A file that needs nothing but the project's view; `LANG` in its names is `ts` or `js`. */
export function fromTemplate(file: TemplateFile): Part {
  return (model) => {
    const inLanguage = (name: string) => name.replaceAll('LANG', model.language);
    const named = { ...file, template: inLanguage(file.template), path: inLanguage(file.path) };
    return [renderTemplate(named, projectView(model))];
  };
}
