import type { TypeCode, TypeTable } from '../../src/runtime/table.ts';
import { compileSelector } from '../../templates/runtime/selector.ts';
import { isRaw } from './raw-document.ts';
import type { Path } from './sample.ts';

/** The type at a path of a value; undefined where the value is any JSON, or the place isn't known. */
export function typeAt(
  types: TypeTable,
  code: TypeCode,
  value: unknown,
  [key, ...rest]: Path,
): TypeCode | undefined {
  const inside = (inner: TypeCode | undefined) =>
    inner === undefined || key === undefined
      ? undefined
      : typeAt(
          types,
          inner,
          isRaw(value) || Array.isArray(value) ? (value as never)[key] : undefined,
          rest,
        );
  if (typeof code === 'string') return code !== 'json' && key === undefined ? code : undefined;
  if ('ref' in code)
    return typeAt(types, types[code.ref] ?? 'json', value, key === undefined ? [] : [key, ...rest]);
  if (key === undefined) return code;
  if ('nullable' in code) return typeAt(types, code.nullable, value, [key, ...rest]);
  if ('list' in code) return inside(code.list);
  if ('map' in code) return inside(code.map);
  if ('tuple' in code) return inside(code.tuple[Number(key)]);
  if ('variant' in code) {
    const chosen = compileSelector(code.by, code.variant)(value);
    return typeAt(types, chosen.type, value, [key, ...rest]);
  }
  if (!('record' in code)) return undefined;
  if (code.fixed?.some(([wire]) => wire === key)) return 'string';
  const field = code.record.find(({ wire }) => wire === key);
  return inside(field?.type ?? code.extra?.type);
}
