import { sameManAmong, weighTogether } from '../../domain/matching/candidates-of.ts';
import { createSample, fixedChance, type Sample } from '../../domain/matching/chance-sample.ts';
import { countAtRandom, countCandidates, worthCounting } from '../../domain/matching/count-pairs.ts';
import { createWeightEstimate } from '../../domain/matching/estimate-weights.ts';
import type { EvidenceTools } from '../../domain/matching/evidence/observation.ts';
import type { MatchProfile } from '../../domain/matching/profile.ts';
import type { Weights } from '../../domain/matching/weights.ts';
import { profilesOf, strongestFirst } from './answers.ts';
import { lineBatches } from './rows.ts';
import type { Shards } from './shards.ts';

/** So many requests tell how the papers at hand agree and how many of the men are here; more move nothing. */
const REQUESTS = 800;
const SOLDIERS = 2000;
const RANDOM_PAIRS = 20_000;
const A_BATCH = 50;

/** Passes the lines on and keeps a sample of them. */
export async function* sampled(batches: AsyncIterable<string[]>, sample: Sample<string>): AsyncGenerator<string[]> {
  for await (const lines of batches) {
    for (const line of lines) sample.add(line);
    yield lines;
  }
}

export const soldierSample = (): Sample<string> => createSample<string>(SOLDIERS, fixedChance());

export type Lesson = {
  requestsFile: string;
  soldiers: readonly string[];
  read: (line: string) => MatchProfile;
  shards: Pick<Shards, 'ask' | 'pairs'>;
};

/**
 * Weights that fit the files at hand. The starting ones say how papers agree that their makers knew; how often a clerk of
 * these lists writes a name otherwise, how exact dates are and how many of those asked for are here at all is counted from
 * a sample of the requests, drawn from the whole file, as `npm run weights` does it for a database: one step of
 * expectation and maximisation, in which the weights of before keep their say.
 */
export async function learnWeights(lesson: Lesson, tools: EvidenceTools): Promise<Weights> {
  const { requestsFile, soldiers, read, shards } = lesson;
  const sample = createSample<string>(REQUESTS, fixedChance());
  for await (const lines of lineBatches(requestsFile, A_BATCH)) for (const line of lines) sample.add(line);
  const estimate = createWeightEstimate(tools.weights);
  const sides = { asked: sample.items.map(read), found: soldiers.map(read), most: RANDOM_PAIRS };
  countAtRandom(estimate, sides, tools);
  const all = sample.items.map((line, number) => ({ number, line }));
  for (let from = 0; from < all.length; from += A_BATCH) {
    const asked = all.slice(from, from + A_BATCH);
    const answers = await shards.ask(asked);
    const weighed = asked.map(({ line }, index) => {
      const answer = answers[index] ?? { candidates: [], ms: 0 };
      return weighTogether(strongestFirst(answer), tools, sameManAmong(read(line), profilesOf(answer), tools));
    });
    const offers = asked.map(({ number }, index) => ({ number, soldierIds: worthCounting(weighed[index]?.chances) }));
    const pairs = await shards.pairs(offers);
    for (const [index, one] of weighed.entries()) countCandidates(estimate, { ...one, pairs: pairs[index] ?? [] });
  }
  return estimate.weights(`${tools.weights.version}, fitted to the requests`);
}
