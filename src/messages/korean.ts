/** A Korean particle in the forms that it has after a final consonant and after a vowel. */
export type Particle = '은/는' | '이/가' | '을/를' | '과/와' | '으로/로';

type Ending = 'vowel' | 'consonant' | 'rieul' | 'unknown';

/** How a digit is read: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구. */
const DIGITS: readonly Ending[] = [
  'consonant',
  'rieul',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'rieul',
  'rieul',
  'vowel',
];

/**
 * A word with the particle that its sound asks for: `Redis는`, `Spin은`, `MySQL로`. `으로` is `로` after ㄹ. A word whose
 * sound can't be told gets both forms, as Korean writes it then: `을(를)`.
 */
export function withParticle(word: string, particle: Particle): string {
  const [closed = '', open = ''] = particle.split('/');
  switch (endingOf(word)) {
    case 'vowel':
      return word + open;
    case 'consonant':
      return word + closed;
    case 'rieul':
      return word + (particle === '으로/로' ? open : closed);
    default:
      return `${word}${closed}(${open})`;
  }
}

function endingOf(word: string): Ending {
  const spoken = word.replace(/\s*\([^()]*\)$/u, '').replace(/[^\p{L}\p{N}]+$/u, '');
  const last = spoken.at(-1) ?? '';
  if (/[가-힣]/u.test(last)) return endingOfSyllable(last);
  if (/\d/u.test(last)) return DIGITS[Number(last)] ?? 'unknown';
  if (/[A-Za-z]/u.test(last)) return endingOfLatin(spoken);
  return 'unknown';
}

/** Syllables are ordered by their final consonant, 28 with none among them (Unicode §3.12); ㄹ is the eighth. */
function endingOfSyllable(syllable: string): Ending {
  const final = ((syllable.codePointAt(0) ?? 0) - 0xac00) % 28;
  if (final === 0) return 'vowel';
  return final === 8 ? 'rieul' : 'consonant';
}

/** Abbreviations are spelled, words are read: 엘, 엠, 엔 and 알 end in a consonant, and so does what sounds like 임, 인, 을. */
function endingOfLatin(text: string): Ending {
  const word = /[A-Za-z]+$/u.exec(text)?.[0] ?? '';
  const isSpelled = /[A-Z]$/u.test(word);
  if (isSpelled ? /[LR]$/u.test(word) : /le?$/u.test(word)) return 'rieul';
  if (
    isSpelled ? /[MN]$/u.test(word) : /(?:[mn]e?|ng|[aeiou](?:[bcp]|[kpt]{1,2}|ck))$/u.test(word)
  ) {
    return 'consonant';
  }
  return 'vowel';
}
