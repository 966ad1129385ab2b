import { wasiDependencies } from '../../wit/check/dependencies.ts';
import { fidelityPage } from '../../wit/printing/fidelity.ts';
import { printWit } from '../../wit/printing/print.ts';
import type { Part } from '../render.ts';

/**
 * The world and the WASI packages that it needs, the latter as the installed jco has them; and what the world doesn't
 * have of the document.
 */
export const witPart: Part = async ({ typed, api }) => {
  const dependencies = await wasiDependencies();
  const page = fidelityPage(typed.report, api.notes);
  return [
    {
      path: 'wit/world.wit',
      content: printWit(typed),
      owner: 'generated',
      why: 'the interfaces, typed from the document, and the world `service`',
    },
    ...(page === undefined
      ? []
      : [
          {
            path: 'wit/FIDELITY.md',
            content: page,
            owner: 'generated' as const,
            why: 'what the world does not have of the document, place by place',
          },
        ]),
    ...[...dependencies].map(([path, content]) => ({
      path: `wit/${path}`,
      content,
      owner: 'generated' as const,
      why: 'WASI, vendored',
    })),
  ];
};
