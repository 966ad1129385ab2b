/** The languages of interviews, reports and plans. */
export const LANGS = ['en', 'ko'] as const;
export type Lang = (typeof LANGS)[number];

/**
 * The language of the user's locale: the first that is set of `LC_ALL`, `LC_MESSAGES` and `LANG` (POSIX.1-2024 §8.2), as
 * `ko_KR.UTF-8`; English for every language that there is no catalogue of.
 */
export function localeLang(env: Readonly<Record<string, string | undefined>>): Lang {
  const locale = [env.LC_ALL, env.LC_MESSAGES, env.LANG].find(
    (value) => value !== undefined && value !== '',
  );
  const language = /^[a-z]+/iu.exec(locale ?? '')?.[0].toLowerCase();
  return LANGS.find((lang) => lang === language) ?? 'en';
}
