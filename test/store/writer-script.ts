import { openStore } from '../../server/store/connect.ts';

/** Run as a process of its own by `writer-process.ts`: writes single documents and batches until it is killed. */
const [folder = '', first = '0'] = process.argv.slice(2);
const { connection } = await openStore({ dataDir: folder });
const collection = connection.collection('written');
await collection.createIndex({ n: 1 }, { unique: true });
await collection.createIndex({ tags: 1 });
process.stdout.write('ready\n');

const document = (n: number) => ({ n, tags: [`t${n % 7}`, `u${n % 5}`], fill: 'x'.repeat(300) });

for (let n = Number(first); ; n += 10) {
  await collection.insertOne(document(n));
  process.stdout.write(`${n}\n`);
  await collection.insertMany([1, 2, 3, 4].map((more) => document(n + more)));
  await Promise.all([5, 6, 7, 8, 9].map((more) => collection.insertOne(document(n + more))));
  for (let more = 1; more < 10; more++) process.stdout.write(`${n + more}\n`);
}
