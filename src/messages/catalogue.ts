import { en } from './en/index.ts';
import { ko } from './ko/index.ts';
import type { Lang } from './lang.ts';

/** The texts of one language. A key that a language lacks is a compile error. */
export type Catalogue = typeof en;

export type RuleId = keyof Catalogue['rules'];

const CATALOGUES: Readonly<Record<Lang, Catalogue>> = { en, ko };

export function catalogueOf(lang: Lang): Catalogue {
  return CATALOGUES[lang];
}
