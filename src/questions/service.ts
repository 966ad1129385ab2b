import type { PathQuestion } from './question.ts';

/** What is typed at the prompt when there is no folder to read. */
const NONE = 'none';

export const service: PathQuestion = {
  key: 'service',
  flag: 'from',
  kind: 'path',
  holds: 'folder',
  placeholder: 'FOLDER',
  message: `Folder of the service that you run today (${NONE} to read nothing):`,
  help: 'The folder of the service you run today: read to judge a move, and to propose answers',
  asked: 'always',
  optional: true,
  affects: 'project',
  remembered: 'always',
  fallback: () => undefined,
  proposal: (_known, facts) => facts.folder.service,
  check: (text) => {
    const value = text.trim();
    if (value === '') return { problem: 'The path is empty.', proposal: '.' };
    return { value: value === NONE ? '' : value };
  },
};
