import type { Language } from '../../service/model.ts';
import type { ProjectFile } from '../file.ts';
import { following } from '../format/layout.ts';
import { literal } from '../format/literal.ts';
import { print } from '../format/print.ts';
import { GENERATED } from '../view.ts';

/** A source file below `src/generated/`, with its header. */
export function generatedFile(name: string, text: string, why: string): ProjectFile {
  const path = `src/generated/${name}`;
  return { path, content: `${GENERATED}\n${text}`, owner: 'generated', why };
}

/** A module that exports plain data; `type` is a type of `runtime/table.ts`. */
export function dataModule(
  name: string,
  type: 'ServiceTable' | 'Examples',
  data: unknown,
  language: Language,
): string {
  if (language === 'js') return `${exported(`export const ${name} =`, data)}\n`;
  const imported = `import type { ${type} } from './runtime/table.ts';\n\n`;
  return `${imported}${exported(`export const ${name}: ${type} =`, data)}\n`;
}

function exported(declaration: string, data: unknown): string {
  return print([declaration, following(literal(data)), ';']);
}
