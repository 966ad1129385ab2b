/**
 * What a file may cost to read. Documents are untrusted input: every loop over them ends at one of these.
 * The largest of 120 published documents has 5.6 MB.
 */
export const FILE_LIMITS = {
  /** Bytes of a file, and of all files of a document together. */
  bytes: 50 * 1024 * 1024,
  /** Nesting of objects and arrays; recursion over what is read is bounded by it. */
  depth: 500,
  /** YAML aliases (`*name`) in the text. */
  aliases: 10_000,
  /** Values in the document once every alias stands for a copy. */
  values: 10_000_000,
} as const;
