import {
  assemble,
  custom,
  F32,
  F64,
  FUNCREF,
  I32,
  I64,
  importFunction,
  str,
  V128,
} from './assemble.ts';

/** A module with something of everything. */
export const rich = assemble({
  types: [
    [[], []],
    [[I32, I64, F32, F64], [I32]],
  ],
  imports: [
    importFunction('a', 'f', 1),
    [...str('a'), ...str('t'), 1, FUNCREF, 1, 0, 9],
    [...str('a'), ...str('m'), 2, 1, 1, 2],
    [...str('a'), ...str('g'), 3, I64, 0],
  ],
  functions: [
    {
      type: 0,
      locals: [
        [2, I32],
        [1, V128],
      ],
      code: [
        ...[0x02, 0x40, 0x03, 0x40, 0x41, 1, 0x04, 0x7f, 0x41, 2, 0x05, 0x41, 3, 0x0b, 0x1a],
        ...[0x41, 0, 0x0e, 2, 0, 1, 2, 0x0b, 0x0b], // br_table
        ...[0x41, 0, 0x28, 2, 0x80, 0x80, 4, 0x1a], // i32.load with a padded offset
        ...[0x42, 0x7f, 0x1a, 0x43, 1, 2, 3, 4, 0x1a, 0x44, 1, 2, 3, 4, 5, 6, 7, 8, 0x1a],
        ...[0xfd, 12, ...Array(16).fill(0x10), 0x1a], // v128.const of bytes that look like calls
        ...[0x43, 0, 0, 0x80, 0x3f, 0xfc, 0, 0x1a], // i32.trunc_sat_f32_s
        ...[0x41, 0, 0x41, 0, 0x41, 0, 0xfc, 10, 0, 0], // memory.copy
        ...[0x41, 0, 0x41, 0, 0x41, 0, 0xfc, 11, 0], // memory.fill
        ...[0xd2, 1, 0xd1, 0x1a], // ref.func 1
        ...[0x41, 1, 0x41, 2, 0x41, 0, 0x1c, 1, I32, 0x1a], // select with a type
        ...[0x41, 0, 0x11, 0, 0, 0x41, 5, 0x24, 2], // call_indirect, global.set 2
        ...[0x10, 0x81, 0x80, 0], // call 1, padded
      ],
    },
  ],
  tables: [[FUNCREF, 0, 3]],
  globals: [
    [I32, 0, 0x41, 0x7f, 0x0b],
    [I32, 1, 0x41, 9, 0x0b],
    [FUNCREF, 0, 0xd2, 1, 0x0b],
  ],
  exports: [
    ['run', 0, 1],
    ['größe', 3, 1],
  ],
  elements: [[0, 0x41, 1, 0x0b, 1, 1]],
  data: [
    [0, 0x41, 4, 0x0b, ...str('active')],
    [1, ...str('passive')],
    [2, 0, 0x41, 8, 0x0b, ...str('named memory')],
  ],
  customs: [custom('name', [1, 2])],
});
