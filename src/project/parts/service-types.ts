import type { Part } from '../render.ts';
import { serviceTypes } from '../types/service-types.ts';
import { generatedFile } from './generated-file.ts';

/** The types of the service; in JavaScript projects beside the module that they describe. */
export const serviceTypesPart: Part = ({ language, typed }) => {
  const why = 'TypeScript types of every WIT type and of the service';
  const reexport = `export { notImplemented } from './runtime/not-implemented.${language}';\n`;
  const types = `${reexport}\n${serviceTypes(typed)}`;
  if (language === 'ts') return [generatedFile('service.ts', types, why)];
  return [
    generatedFile('service.d.ts', types, why),
    generatedFile('service.js', reexport, 'what the service imports when it runs'),
  ];
};
