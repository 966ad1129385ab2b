import type { ServiceModel } from '../../service/model.ts';
import { wasiDependencies } from '../../wit/check/dependencies.ts';
import { fidelityPage } from '../../wit/printing/fidelity.ts';
import { printWit } from '../../wit/printing/print.ts';
import type { ProjectFile } from '../file.ts';
import type { Part } from '../render.ts';
import { hostPackages, worldOptions } from './needs-wit.ts';

/**
 * The world and the packages that it needs: those of WASI as the installed jco has them, those of its host with the
 * interfaces that are asked for; and what the world doesn't have of the document.
 */
export const witPart: Part = async ({ typed, api, needs, shared }) => {
  const { chosen } = needs;
  const wasi = await wasiDependencies(chosen.flatMap(({ wit }) => wit.wasi));
  const page = fidelityPage(typed.report, api.notes);
  return [
    witFile(
      'world.wit',
      printWit(typed, { ...worldOptions(chosen), ...(shared !== undefined && { shared }) }),
      'the interfaces, typed from the document, and the world `service`',
    ),
    ...(page === undefined
      ? []
      : [
          witFile(
            'FIDELITY.md',
            page,
            'what the world does not have of the document, place by place',
          ),
        ]),
    ...(shared === undefined ? [] : [sharedFile(shared)]),
    ...[...wasi].map(([path, text]) => witFile(path, text, 'WASI, vendored')),
    ...[...hostPackages(chosen)].map(([path, text]) =>
      witFile(path, text, 'the interfaces of the host that the world names'),
    ),
  ];
};

function sharedFile({ package: id, wit }: NonNullable<ServiceModel['shared']>): ProjectFile {
  return witFile(
    `deps/${id.namespace}-${id.name}-${id.version}/package.wit`,
    wit,
    'the types that the components of the app share, vendored',
  );
}

function witFile(path: string, content: string, why: string): ProjectFile {
  return { path: `wit/${path}`, content, owner: 'generated', why };
}
