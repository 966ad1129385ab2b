import type { Part } from '../render.ts';
import { copied, copies } from './copies.ts';

/** The small library behind both doors. */
export const runtimePart: Part = ({ language }) =>
  copies('runtime', language).map(({ name, text }) =>
    copied(`src/generated/runtime/${name}`, text, language, 'routes, codecs and errors'),
  );

/** The build script and the host that the component is tested on; interfaces beyond WASI (`hosts/`) are its needs'. */
export const nodePart: Part = ({ language }) =>
  copies('node', language)
    .filter(({ name }) => !name.startsWith('hosts/'))
    .map(({ name, text }) =>
      name.startsWith('component-') || HOST_MODULES.includes(name)
        ? copied(`test/${name}`, text, language, 'serves the component in its test')
        : copied(`scripts/${name}`, text, language, 'builds the component'),
    );

/** Further modules of `templates/node` that belong to the test's host; the others belong to the build. */
const HOST_MODULES: readonly string[] = ['hollow.mjs', 'incoming-http.mjs', 'outgoing-http.mjs'];
