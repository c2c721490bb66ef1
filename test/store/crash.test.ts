import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { openStore } from '../../server/store/connect.ts';
import { startWriter } from './writer-process.ts';

const ROUNDS = 20;

/** Kills a writer again and again over the same folder, at another moment each time, then looks for everything it was told. */
async function killAndLook(rounds: readonly number[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'crash-test-'));
  const acknowledged: number[] = [];
  for (const round of rounds) {
    const writer = await startWriter(folder, round * 1_000_000);
    await writer.until(10 + ((round * 13) % 97));
    await writer.kill();
    acknowledged.push(...writer.acknowledged());
  }
  expect(acknowledged.length).to.be.at.least(rounds.length * 10);
  await expectAll(folder, acknowledged);
  rmSync(folder, { recursive: true });
}

async function expectAll(folder: string, acknowledged: readonly number[]): Promise<void> {
  const store = await openStore({ dataDir: folder });
  const collection = store.connection.collection('written');
  const found = new Set((await collection.find({}, { projection: { n: 1 } }).toArray()).map(({ n }) => n));
  expect(acknowledged.filter((n) => !found.has(n))).to.deep.equal([]);
  for (const tag of ['t0', 't3', 'u4']) {
    const byIndex = await collection.countDocuments({ tags: tag });
    const byLooking = await collection.find({ tags: tag }).hint({ $natural: 1 }).toArray();
    expect(byIndex, `keys of ${tag} and documents agree`).to.equal(byLooking.length);
  }
  await store.close();
}

describe('A process killed while it writes', () => {
  it(`loses nothing that was acknowledged, in ${ROUNDS} rounds`, async () => {
    const chains = [0, 1, 2, 3].map((chain) =>
      Array.from({ length: ROUNDS / 4 }, (_, at) => chain * (ROUNDS / 4) + at),
    );
    await Promise.all(chains.map(killAndLook));
  }).timeout(180_000);
});
