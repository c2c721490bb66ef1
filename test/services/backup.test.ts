import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { mongo } from 'mongoose';
import tar from 'tar-stream';
import { checkBackup, removeEverything, requireEmpty, restoreBackup } from '../../server/backup/read-backup.ts';
import { writeBackup } from '../../server/backup/write-backup.ts';
import { OPERATOR, openTestSite, PASSWORD, type TestSite } from '../site.ts';

const { BSON } = mongo;
const EXACT = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true };

describe('A backup', () => {
  let site: TestSite;
  let other: TestSite;
  let folder: string;
  let archive: string;

  const place = (of: TestSite) => {
    const { db } = of.store.connection;
    if (!db) throw new Error('not connected');
    return { db, disk: of.services.disk, now: of.clock() };
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'amanat-backup-'));
    archive = join(folder, 'backup.tar.gz');
    site = await openTestSite();
    const path = join(site.services.disk.incomingDir, 'list');
    await writeFile(path, 'Фамилия;Имя\n');
    await site.services.files.keepList(
      { kind: 'import', id: 'import00000000001' },
      { path, name: 'list.csv', bytes: 21 },
    );
    await site.services.users.create(OPERATOR, {
      email: 'a@example.net',
      displayName: 'A',
      role: 'admin',
      password: PASSWORD,
    });
    await place(site)
      .db.collection<mongo.BSON.Document>('every-type')
      .insertMany([
        {
          _id: new BSON.ObjectId('65e1c0a0c0ffee0000000001'),
          double: new BSON.Double(5),
          int: new BSON.Int32(5),
          long: BSON.Long.fromString('9007199254740993'),
          decimal: BSON.Decimal128.fromString('0.10'),
          date: new Date('1943-02-02T00:00:00.000Z'),
          binary: new BSON.Binary(Buffer.from([0, 255, 7])),
          regex: new BSON.BSONRegExp('^Қай', 'i'),
          nothing: null,
          nested: { list: [new BSON.Int32(1), 'Қайырбеков', { deep: true }] },
          time: new BSON.Timestamp({ t: 7, i: 1 }),
          min: new BSON.MinKey(),
        },
        { _id: new BSON.ObjectId('65e1c0a0c0ffee0000000002'), text: 'a line\nin a value' },
      ] as mongo.BSON.Document[]);
    await writeBackup(place(site), archive);
  });
  after(async () => {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    other = await openTestSite();
  });
  afterEach(() => other.close());

  const documents = async (of: TestSite, name: string) =>
    (
      await place(of)
        .db.collection(name)
        .find({}, { ...EXACT, sort: { _id: 1 } })
        .toArray()
    ).map((document) => BSON.EJSON.stringify(document, { relaxed: false }));

  it('brings every document back with the types its values had', async () => {
    await checkBackup(archive);
    await restoreBackup(archive, place(other));
    for (const name of ['every-type', 'users', 'audit', 'files']) {
      const before = await documents(site, name);
      expect(before, name).not.to.deep.equal([]);
      expect(await documents(other, name), name).to.deep.equal(before);
    }
    expect((await documents(other, 'every-type'))[0]).to.include(
      '"double":{"$numberDouble":"5.0"},"int":{"$numberInt":"5"}',
    );
  });

  it('brings the files back, and people can sign in', async () => {
    await restoreBackup(archive, place(other));
    const [file] = await other.services.files.listOf({ kind: 'import', id: 'import00000000001' });
    expect(await readFile(other.services.disk.path(file?.sha256 ?? ''), 'utf8')).to.equal('Фамилия;Имя\n');
    expect((await other.services.sessions.signIn('a@example.net', PASSWORD)).user.role).to.equal('admin');
  });

  it('says in its manifest how many documents of each kind it has', async () => {
    const manifest = await checkBackup(archive);
    expect(manifest.collections['every-type']?.documents).to.equal(2);
    expect(Object.keys(manifest.files)).to.have.length(1);
  });

  it('is not written when a restore would refuse it', async () => {
    await place(other).db.createCollection('under_lined');
    const target = join(folder, 'refused.tar.gz');
    const refused = await writeBackup(place(other), target).catch((error: Error) => error.message);
    expect(refused).to.contain('"under_lined"');
    expect(await readdir(folder)).to.deep.equal(['backup.tar.gz']);
  });

  it('is not restored over anything, unless everything is removed first', async () => {
    const code = (work: Promise<unknown>) =>
      work.then(
        () => 'accepted',
        (error: { code: string }) => error.code,
      );
    expect(await code(requireEmpty(place(other)))).to.equal('accepted');
    await restoreBackup(archive, place(other));
    expect(await code(requireEmpty(place(other)))).to.equal('conflict');
    await removeEverything(place(other));
    expect(await code(requireEmpty(place(other)))).to.equal('accepted');
    expect(await documents(other, 'users')).to.deep.equal([]);
  });

  describe('that was damaged', () => {
    const wrongness = async (content: Buffer) => {
      const path = join(folder, 'damaged.tar.gz');
      await writeFile(path, content);
      return checkBackup(path).then(
        () => 'accepted',
        (error: Error) => error.message,
      );
    };
    const changed = async (from: string, to: string) => {
      const bytes = gunzipSync(await readFile(archive));
      const at = bytes.indexOf(from);
      expect(at).to.be.greaterThan(-1);
      bytes.write(to, at);
      return gzipSync(bytes);
    };

    it('is refused when a value in a collection was changed', async () => {
      expect(await wrongness(await changed('a line', 'a life'))).to.include('every-type is not what it was');
    });

    it('is refused when a file was changed', async () => {
      expect(await wrongness(await changed('Фамилия;', 'Фамилии;'))).to.include('the file');
    });

    it('is refused when it is cut off, or no archive at all', async () => {
      const whole = await readFile(archive);
      expect(await wrongness(whole.subarray(0, whole.length - 200))).to.include('cannot be restored');
      expect(await wrongness(Buffer.from('hello'))).to.include('cannot be restored');
    });

    it('is refused when it wants to write outside, or under names that are none of ours', async () => {
      for (const name of ['../../etc/crontab', '/etc/crontab', 'collections/../x.ndjson', 'files/x']) {
        const pack = tar.pack();
        pack.entry({ name }, 'x');
        pack.finalize();
        const pieces: Uint8Array[] = [];
        for await (const piece of pack as AsyncIterable<Uint8Array>) pieces.push(piece);
        expect(await wrongness(gzipSync(Buffer.concat(pieces))), name).to.include('belongs to no backup');
      }
    });
  });
});
