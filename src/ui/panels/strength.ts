/** How hard a passphrase is to guess, roughly, for the hint beside the field. It decides nothing. */

export type StrengthLevel = 'weak' | 'fair' | 'strong';

export interface Strength {
  readonly level: StrengthLevel;
  /** 0 to 1. */
  readonly share: number;
  readonly advice: string;
}

/** The vault takes no fewer characters. */
export const LEAST_CHARACTERS = 8;

/** Bits above which nobody guesses it at half a second a try and a thousand machines. */
const STRONG = 50;
const FAIR = 38;

/** Bits that a word gives whoever guesses by words: of a list of 4,000. */
const WORD = 12;
/** What people choose is no random text: part of the bits is not there. */
const CHOSEN = 0.75;

const classes: readonly (readonly [pattern: RegExp, size: number])[] = [
  [/[a-z]/, 26],
  [/[A-Z]/, 26],
  [/[0-9]/, 10],
  [/[ -/:-@[-`{-~]/, 33],
  [/[^ -~]/, 100],
];

const common =
  /pass|word|qwert|asdf|abc|123|letmein|admin|welcome|secret|streamlit|tablit|iloveyou|monkey|dragon/gi;

export function strength_of(passphrase: string): Strength {
  const characters = [...passphrase.normalize('NFKC').trim()];
  if (characters.length < LEAST_CHARACTERS) {
    const advice = `At least ${LEAST_CHARACTERS} characters; four words that do not belong together are better.`;
    return { level: 'weak', share: Math.min(0.2, characters.length / 40), advice };
  }
  const bits = bits_of(characters.join(''));
  const share = Math.min(1, bits / (STRONG * 1.2));
  if (bits < FAIR)
    return { level: 'weak', share, advice: 'Easy to guess. Use four words that do not belong together.' };
  if (bits < STRONG) return { level: 'fair', share, advice: 'Fair. One more word makes it strong.' };
  return { level: 'strong', share, advice: 'Strong.' };
}

/** The fewer bits of two guesses: character by character, or word by word. */
function bits_of(text: string): number {
  const plain = text.replace(common, '').replace(/(.)\1+/gu, '$1');
  const distinct = new Set(plain).size;
  const size = classes.reduce((sum, [pattern, count]) => sum + (pattern.test(plain) ? count : 0), 0);
  const by_character = Math.min([...plain].length, distinct * 2) * Math.log2(Math.max(2, size));
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1);
  const is_words = words.length > 1 && words.every((word) => /^\p{L}{2,}$/u.test(word));
  return is_words ? Math.min(by_character, new Set(words).size * WORD + words.length) : by_character * CHOSEN;
}
