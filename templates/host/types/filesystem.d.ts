declare module 'wasi:filesystem/types@0.2.10' {
  export class Descriptor {
    private constructor();
    openAt(
      pathFlags: { symlinkFollow?: boolean },
      path: string,
      openFlags: object,
      flags: { read?: boolean },
    ): Descriptor;
    getType(): string;
    read(length: bigint, offset: bigint): [bytes: Uint8Array, end: boolean];
  }
}

declare module 'wasi:filesystem/preopens@0.2.10' {
  import type { Descriptor } from 'wasi:filesystem/types@0.2.10';

  export function getDirectories(): [Descriptor, string][];
}
