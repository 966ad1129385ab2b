import { badInput, type Failure } from '../terminal/failure.ts';

/**
 * The text of a file: UTF-8, or UTF-16 with its byte order mark, which YAML allows (YAML 1.2.2 §5.2) and Windows
 * PowerShell writes when a command's output goes to a file. The mark itself is no part of the text.
 *
 * @throws Failure (code 2) for any other encoding, compressed and binary files.
 */
export function decode(bytes: Uint8Array, name: string): string {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    throw notText('The file is compressed with gzip.', name, 'Unpack it first.');
  }
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-8' && bytes.includes(0)) {
    throw notText(
      'The file is binary, or UTF-16 without a byte order mark: it contains NUL bytes.',
      name,
      'Give a UTF-8 JSON or YAML file.',
    );
  }
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw notText(`The file is not ${encoding.toUpperCase()}.`, name, 'Save it as UTF-8.');
  }
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function notText(message: string, where: string, hint: string): Failure {
  return badInput(message, { where, hint });
}
