import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Context } from 'mocha';
import type { Connection } from 'mongoose';
import { type OpenedStore, openStore } from '../../server/store/connect.ts';

/** The store under test, on a database of its own. `kind` tells an independent FerretDB from a MongoDB. */
export type StoreUnderTest = { db: Connection; kind: 'embedded' | 'mongodb' | 'ferretdb' };

/**
 * Runs the same tests on the embedded store, and on the MongoDB at `MONGODB_URI` where there is one: what the application relies on
 * must hold on both.
 */
export function onBothStores(title: string, tests: (store: StoreUnderTest) => void): void {
  describe(`${title}, on the embedded store`, () => tests(underTest(undefined)));
  const uri = process.env.MONGODB_URI;
  if (uri) describe(`${title}, on the MongoDB of MONGODB_URI`, () => tests(underTest(uri)));
}

let databases = 0;

/** Opens before the tests of the surrounding `describe` and leaves nothing behind. */
function underTest(mongodbUri: string | undefined): StoreUnderTest {
  const place = {} as StoreUnderTest;
  let opened: OpenedStore | undefined;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'store-test-'));
    opened = await openStore({ dataDir: folder, mongodbUri });
    databases += 1;
    place.db = opened.connection.useDb(`store_test_${process.pid}_${databases}`);
    place.kind = await kindOf(opened);
  });

  after(async () => {
    if (mongodbUri) await place.db?.dropDatabase();
    await opened?.close();
    rmSync(folder, { recursive: true });
  });

  return place;
}

async function kindOf(opened: OpenedStore): Promise<StoreUnderTest['kind']> {
  if (opened.kind === 'embedded') return 'embedded';
  const info = await opened.connection.db?.command({ buildInfo: 1 });
  return info?.ferretdb ? 'ferretdb' : 'mongodb';
}

/** FerretDB answers some things otherwise than MongoDB; each such point is named where it shows, and nothing of ours relies on it. */
export function knownDifference(test: Context, store: StoreUnderTest, what: string): void {
  if (store.kind !== 'ferretdb') return;
  const running = test.test;
  if (running) running.title += ` [known difference of FerretDB: ${what}]`;
  test.skip();
}

export type Refusal = { code?: number; message: string; codeName?: string } & Record<string, unknown>;

/** The refusal that the operation must end with. */
export async function refusalOf(operation: Promise<unknown>): Promise<Refusal> {
  const outcome = await operation.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  expect(outcome, 'should have been refused').to.have.property('error').that.is.instanceOf(Error);
  return (outcome as { error: Refusal }).error;
}
