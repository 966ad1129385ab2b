import { wasiDependencies } from '../../wit/check/dependencies.ts';
import { printWit } from '../../wit/printing/print.ts';
import type { Part } from '../render.ts';

/** The world and the WASI packages that it needs, the latter as the installed jco has them. */
export const witPart: Part = async ({ typed }) => {
  const dependencies = await wasiDependencies();
  return [
    {
      path: 'wit/world.wit',
      content: printWit(typed),
      owner: 'generated',
      why: 'the interfaces, typed from the document, and the world `service`',
    },
    ...[...dependencies].map(([path, content]) => ({
      path: `wit/${path}`,
      content,
      owner: 'generated' as const,
      why: 'WASI, vendored',
    })),
  ];
};
