import type { Random } from '../random.ts';
import { LATIN } from './latin-letters.ts';
import type { Chances } from './letter-chances.ts';
import { MISREAD, PLAIN, TO_RUSSIAN } from './russian-letters.ts';

/**
 * How clerks of the second set write. A word goes through letters one by one, each letter wrong with a chance of its own:
 * most letters come through, a few never do.
 */
function through(word: string, chances: Chances, { random, care }: { random: Random; care: number }): string {
  return [...word]
    .map((letter) => {
      const [first, ...others] = chances[letter] ?? [[letter, 0] as const];
      let at = random.next() / care;
      for (const [spelling, chance] of others) {
        at -= chance;
        if (at < 0) return spelling;
      }
      return first?.[0] ?? letter;
    })
    .join('');
}

export type Clerk = 'family_kazakh' | 'family_russian' | 'family_plain' | 'careful' | 'careless' | 'german' | 'polish';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** One word of a name as this clerk writes it; words that are Russian already only suffer what reading does to them. */
export function write(name: string, clerk: Clerk, random: Random): string {
  let word = name.toLowerCase();
  if (clerk === 'family_kazakh') return capital(word);
  if (clerk === 'family_russian' || clerk === 'family_plain') {
    return capital(through(word.replace(/йы|йі/gu, 'и'), PLAIN, { random, care: 1 }));
  }
  const kazakh = /[әіңғүұқөһ]|бай|бек|жан|ғали|дж/u.test(word);
  if (kazakh) word = through(word, TO_RUSSIAN, { random, care: clerk === 'careful' ? 0.5 : 1.3 });
  word = through(word, PLAIN, { random, care: 1 });
  word = through(word, MISREAD, { random, care: clerk === 'careful' ? 0.5 : 1.5 });
  if (clerk === 'german' || clerk === 'polish') word = through(word, LATIN[clerk], { random, care: 1 });
  return capital(word);
}

/** One more copy of what a paper says: a letter is misread now and then, nothing is heard anew. */
export function copied(word: string, random: Random): string {
  return capital(through(word.toLowerCase(), MISREAD, { random, care: 0.8 }));
}
