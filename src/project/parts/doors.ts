import { jsString } from '../encode/javascript.ts';
import { sortedImports } from '../format/imports.ts';
import { bracketed } from '../format/layout.ts';
import { print } from '../format/print.ts';
import type { Part } from '../render.ts';
import { generatedFile } from './generated-file.ts';

/** The typed exports of the component: one object for each WIT interface. */
export const doorsPart: Part = ({ name, language, typed, needs }) => {
  const doors = typed.interfaces.map(({ label, js, functions }) => {
    const ids = functions.map(({ route }) => jsString(route.id));
    const declaration = [
      `export const ${js} = typedDoor(service, table, `,
      bracketed('[', ids, ']'),
      ');',
    ];
    return `/** Interface \`${label}\`. */\n${print(declaration)}\n`;
  });
  const messages = needs.chosen.some(({ wit }) => wit.exports.includes(MESSAGES));
  const imports = [
    `import { service } from '../${name}.${language}';`,
    ...(messages
      ? [
          `import { redisDoor } from '../host/redis-trigger.${language}';`,
          `import { onMessage } from '../messages.${language}';`,
        ]
      : []),
    `import { typedDoor } from './runtime/typed-door.${language}';`,
    `import { table } from './table.${language}';`,
  ];
  const text = [
    `${sortedImports(imports).join('\n')}\n\n`,
    [
      ...doors,
      ...(typed.types.length === 0 ? [] : [TYPES]),
      ...(messages ? [INBOUND_REDIS] : []),
    ].join('\n'),
  ];
  return [generatedFile(`doors.${language}`, text.join(''), 'the typed exports of the component')];
};

/** The interface that Spin's Redis trigger calls. */
const MESSAGES = 'fermyon:spin/inbound-redis';

const INBOUND_REDIS = `/** Interface \`${MESSAGES}\`: the messages of a channel. */
export const inboundRedis = redisDoor(onMessage);
`;

const TYPES = `/** Interface \`types\`: it has no functions, but what a world exports must be there. */
export const types = {};
`;
