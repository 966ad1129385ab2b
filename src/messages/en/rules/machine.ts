/** The rules of src/fit/rules/machine.ts in words. */
export const machine = {
  'native-modules': {
    title: 'It needs native code ({what})',
    why: 'A component is WebAssembly alone: it loads no native library and no addon.',
    instead:
      'Look for the same in plain JavaScript or WebAssembly (hashing: WebCrypto); else keep the endpoints that need it.',
  },
  processes: {
    title: 'It starts other programs ({what}, {count:place:places})',
    why: 'WASI has no way to start a process.',
    instead: 'Keep what calls programs in the container, behind an endpoint.',
  },
  privileges: {
    title: 'It has rights on its machine ({what})',
    why: 'A component is denied everything that is not granted, and devices and host networks can not be granted.',
    instead: 'Keep the part that needs the machine as it is.',
  },
  memory: {
    title: 'It is given more memory than a component can have',
    why: 'A component’s memory ends at 4 GiB: 64-bit memories are a gated feature.',
    instead: 'Keep what fills the memory; move what answers without it.',
  },
};
