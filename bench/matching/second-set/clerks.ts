import type { Random } from '../random.ts';

/**
 * How clerks of the second set write. A word goes through letters one by one, each letter wrong with a chance of its own,
 * in proportion to what was counted in papers that spell one name twice: most letters come through, a few never do.
 */
type Chances = Readonly<Record<string, readonly (readonly [string, number])[]>>;

/** Kazakh into the Russian of the time. The first spelling of a letter takes what the others leave. */
const TO_RUSSIAN: Chances = {
  ә: [
    ['а', 0],
    ['я', 0.05],
    ['е', 0.05],
  ],
  і: [
    ['и', 0],
    ['е', 0.04],
    ['', 0.04],
  ],
  ң: [
    ['н', 0],
    ['нг', 0.06],
  ],
  ғ: [
    ['г', 0],
    ['х', 0.03],
    ['к', 0.04],
  ],
  ү: [
    ['у', 0],
    ['ю', 0.12],
    ['и', 0.03],
  ],
  ұ: [
    ['у', 0],
    ['о', 0.09],
  ],
  қ: [
    ['к', 0],
    ['х', 0.08],
  ],
  ө: [
    ['о', 0],
    ['у', 0.22],
    ['е', 0.04],
  ],
  һ: [
    ['х', 0],
    ['г', 0.2],
    ['', 0.3],
  ],
  ж: [
    ['ж', 0],
    ['дж', 0.32],
    ['з', 0.02],
  ],
  ш: [
    ['ш', 0],
    ['ч', 0.12],
    ['щ', 0.03],
  ],
  ы: [
    ['ы', 0],
    ['и', 0.2],
    ['у', 0.05],
    ['', 0.06],
    ['а', 0.02],
  ],
  й: [
    ['й', 0],
    ['', 0.06],
    ['и', 0.06],
  ],
  б: [
    ['б', 0],
    ['п', 0.05],
  ],
  п: [
    ['п', 0],
    ['б', 0.04],
  ],
  д: [
    ['д', 0],
    ['т', 0.03],
  ],
  т: [
    ['т', 0],
    ['д', 0.02],
  ],
  у: [
    ['у', 0],
    ['в', 0.03],
    ['ау', 0.01],
  ],
  а: [
    ['а', 0],
    ['о', 0.02],
    ['я', 0.01],
  ],
  е: [
    ['е', 0],
    ['и', 0.04],
    ['э', 0.02],
  ],
  о: [
    ['о', 0],
    ['у', 0.03],
    ['а', 0.03],
  ],
  л: [
    ['л', 0],
    ['лл', 0.02],
  ],
};

/** What a tired reader of handwriting takes for one another. */
const MISREAD: Chances = {
  и: [
    ['и', 0],
    ['н', 0.01],
    ['ы', 0.008],
  ],
  н: [
    ['н', 0],
    ['и', 0.008],
    ['к', 0.006],
  ],
  м: [
    ['м', 0],
    ['ш', 0.006],
    ['л', 0.006],
  ],
  ш: [
    ['ш', 0],
    ['т', 0.008],
  ],
  т: [
    ['т', 0],
    ['ш', 0.006],
    ['г', 0.004],
  ],
  о: [
    ['о', 0],
    ['а', 0.012],
  ],
  а: [
    ['а', 0],
    ['о', 0.012],
  ],
  е: [
    ['е', 0],
    ['с', 0.006],
    ['и', 0.01],
  ],
  к: [
    ['к', 0],
    ['н', 0.006],
    ['х', 0.006],
  ],
  р: [
    ['р', 0],
    ['г', 0.004],
  ],
  б: [
    ['б', 0],
    ['в', 0.01],
  ],
};

const LATIN: Record<'german' | 'polish', Chances> = {
  german: {
    ж: [
      ['sch', 0],
      ['sh', 0.2],
      ['j', 0.1],
    ],
    ш: [
      ['sch', 0],
      ['sh', 0.1],
      ['s', 0.04],
    ],
    ч: [
      ['tsch', 0],
      ['tch', 0.1],
    ],
    щ: [
      ['schtsch', 0],
      ['sch', 0.3],
    ],
    х: [
      ['ch', 0],
      ['h', 0.3],
      ['k', 0.05],
    ],
    ц: [['z', 0]],
    ю: [
      ['ju', 0],
      ['u', 0.1],
    ],
    я: [
      ['ja', 0],
      ['ia', 0.15],
    ],
    ё: [['jo', 0]],
    в: [
      ['w', 0],
      ['v', 0.1],
    ],
    з: [
      ['s', 0],
      ['z', 0.1],
    ],
    й: [
      ['j', 0],
      ['i', 0.4],
      ['', 0.1],
    ],
    ы: [
      ['y', 0],
      ['i', 0.35],
    ],
    э: [['e', 0]],
    ъ: [['', 0]],
    ь: [['', 0]],
    у: [
      ['u', 0],
      ['o', 0.04],
    ],
    с: [
      ['s', 0],
      ['ss', 0.2],
    ],
    к: [
      ['k', 0],
      ['ck', 0.08],
      ['g', 0.03],
    ],
    г: [
      ['g', 0],
      ['h', 0.08],
    ],
    е: [
      ['e', 0],
      ['je', 0.12],
      ['i', 0.04],
    ],
    б: [
      ['b', 0],
      ['p', 0.03],
    ],
    д: [
      ['d', 0],
      ['t', 0.04],
    ],
    т: [
      ['t', 0],
      ['th', 0.03],
    ],
    ф: [['f', 0]],
    а: [
      ['a', 0],
      ['o', 0.02],
    ],
    и: [['i', 0]],
    л: [
      ['l', 0],
      ['ll', 0.03],
    ],
    м: [
      ['m', 0],
      ['n', 0.01],
    ],
    н: [['n', 0]],
    о: [
      ['o', 0],
      ['a', 0.03],
    ],
    п: [['p', 0]],
    р: [['r', 0]],
  },
  polish: {
    ж: [
      ['ż', 0],
      ['z', 0.3],
    ],
    ш: [
      ['sz', 0],
      ['s', 0.1],
    ],
    ч: [['cz', 0]],
    щ: [['szcz', 0]],
    х: [
      ['ch', 0],
      ['h', 0.2],
    ],
    ц: [['c', 0]],
    ю: [
      ['ju', 0],
      ['iu', 0.3],
    ],
    я: [
      ['ja', 0],
      ['ia', 0.4],
    ],
    ё: [['jo', 0]],
    в: [['w', 0]],
    з: [['z', 0]],
    й: [
      ['j', 0],
      ['i', 0.2],
    ],
    ы: [['y', 0]],
    э: [['e', 0]],
    ъ: [['', 0]],
    ь: [['', 0]],
    у: [['u', 0]],
    с: [['s', 0]],
    к: [['k', 0]],
    г: [
      ['g', 0],
      ['h', 0.05],
    ],
    е: [
      ['ie', 0],
      ['e', 0.45],
      ['je', 0.1],
    ],
    л: [
      ['ł', 0],
      ['l', 0.5],
    ],
    а: [['a', 0]],
    б: [['b', 0]],
    д: [['d', 0]],
    т: [['t', 0]],
    ф: [['f', 0]],
    и: [['i', 0]],
    м: [['m', 0]],
    н: [['n', 0]],
    о: [['o', 0]],
    п: [['p', 0]],
    р: [['r', 0]],
  },
};

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

const PLAIN: Chances = Object.fromEntries(
  'ә=а і=и ң=н ғ=г ү=у ұ=у қ=к ө=о һ=х'.split(' ').map((pair) => [pair.charAt(0), [[pair.slice(2), 0] as const]]),
);

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
