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
  goOn: 'The verdict is to stay on containers. Make a project all the same?',
};
