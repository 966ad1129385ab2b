/** What the interview says beside its questions, whose English is in their declarations. */
export const interview = {
  anotherPath: 'Another one',
  details: (shown: string) => `Change anything else? (${shown})`,
  yes: 'yes',
  no: 'no',
  none: 'none',
  theFolder: 'the folder',
  places: (first: string, more: number) => (more === 0 ? first : `${first} and ${more} more`),
  document: (file: string, operations: number) =>
    `${file}, ${operations} operation${operations === 1 ? '' : 's'}`,
  found: (what: string, value: string, shownBy: string) =>
    `From the service's files: ${what} ${value} (${shownBy})`,
  goesOn: (score: number) =>
    `The verdict is to stay on containers (${score} of 100); the run goes on all the same.`,
  goOn: 'The verdict is to stay on containers. Make a project all the same?',
};
