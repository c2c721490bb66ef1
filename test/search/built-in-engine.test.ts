import { expect } from 'chai';
import { BuiltInEngine } from '../../server/search/built-in/built-in-engine.ts';
import type { SoldierDocument } from '../../server/search/engine.ts';

const document = (id: string, ...names: string[]): SoldierDocument => ({
  id,
  names: names.map((full) => ({ full })),
  bornFrom: null,
  bornTo: null,
  tags: [],
});

async function engineWith(...documents: SoldierDocument[]): Promise<BuiltInEngine> {
  const engine = new BuiltInEngine();
  await engine.upsert(documents);
  return engine;
}

const found = (engine: BuiltInEngine, full: string, limit = 10): string[] =>
  engine.find({ name: { full }, limit }).map(({ id }) => id);

/** Different invented names, so many that the index packs them. */
function crowd(count: number): SoldierDocument[] {
  const first = 'Айдар Болат Ғани Дәулет Ерлан Жақып Зейнолла Қайрат Марат Нұрлан Оспан Рахым Сәкен Талғат'.split(' ');
  const second = 'бай бек жан хан ғали құл мұрат нияз тай ша'.split(' ');
  return Array.from({ length: count }, (_, i) => {
    const given = first[i % first.length] ?? '';
    const family = `${first[(i * 5 + 3) % first.length]}${second[(i >> 2) % second.length]}${second[(i >> 5) % second.length]}`;
    return document(`crowd-${i}`, `${family}ов ${given}`);
  });
}

describe('The built-in engine', () => {
  it('puts a man with just the name asked for before men with more names', async () => {
    const engine = await engineWith(
      document('more', 'Ахметов Болат Серікұлы'),
      document('two', 'Ахметов Болат'),
      document('one', 'Ахметов'),
    );
    expect(found(engine, 'Akhmetov')).to.deep.equal(['one', 'two', 'more']);
  });

  it('puts the fewer distortions first where all else is equal', async () => {
    const engine = await engineWith(document('far', 'Джумабаев'), document('near', 'Жұмабаев'));
    expect(found(engine, 'Жумабаев')).to.deep.equal(['near', 'far']);
  });

  it('answers whoever waits while it takes a large batch in', async () => {
    const engine = new BuiltInEngine();
    let answered = false;
    const taken = engine.upsert(crowd(1000));
    setImmediate(() => {
      answered = true;
    });
    await taken;
    expect(answered).to.equal(true);
  });

  it('orders equals by id, so that an answer is the same every time', async () => {
    const engine = await engineWith(document('b', 'Омаров'), document('a', 'Омаров'));
    expect(found(engine, 'Омаров')).to.deep.equal(['a', 'b']);
  });

  it('weighs a man by the best of his names, and says which it was', async () => {
    const engine = await engineWith(document('man', 'Оконеев Ваньга', 'Апканеев Айтуган'));
    const [hit] = engine.find({ name: { full: 'Apkaneev Aitugan' }, limit: 5 });
    expect(hit).to.include({ id: 'man', matched: 'Апканеев Айтуган' });
  });

  it('finds one word where two were written, and two where one was', async () => {
    const engine = await engineWith(
      document('one', 'Қуанышбаев Нұрмағамбет'),
      document('two', 'Смагулов Нұр Мұхамбет'),
    );
    expect(found(engine, 'Нурмагамбет Куаныш Баев')[0]).to.equal('one');
    expect(found(engine, 'Нурмухамбет')).to.include('two');
  });

  it('finds words run together or torn apart in any place, also where a letter is wrong besides', async () => {
    const engine = await engineWith(...crowd(500), document('man', 'Қайырбеков Сейітқали'));
    const torn = [
      'Каирбековсейткали',
      'Сейткаликаирбеков',
      'Каир беков Сейткали',
      'Каирбековсеиткале',
      'Каер беков Сейткали',
    ];
    for (const written of torn) expect(found(engine, written)[0], written).to.equal('man');
  });

  it('puts who has the whole word before those who have its two halves', async () => {
    const halves = [...'АБГДЕЖЗКЛМ'].flatMap((letter) => [
      document(`${letter}1`, `Батыров Бек ${letter}аматович`),
      document(`${letter}2`, `Беков Батыр ${letter}аматұлы`),
    ]);
    const engine = await engineWith(...crowd(500), ...halves, document('whole', 'Батырбек'));
    expect(found(engine, 'Batyrbek')[0]).to.equal('whole');
  });

  it('finds a man by a rare part when the rest is wrong', async () => {
    const engine = await engineWith(...crowd(500), document('rare', 'Үңгіров Сейтқали'));
    expect(found(engine, 'Унгиров Александр')[0]).to.equal('rare');
  });

  it('tells people with one surname apart by their initials', async () => {
    const engine = await engineWith(
      ...'АБГДЕЖЗКЛМ'.split('').map((letter) => document(letter, `Ахметов ${letter}амат`)),
    );
    expect(found(engine, 'Ахметов Д.')[0]).to.equal('Д');
  });

  it('calls an exact surname no likely hit in a crowd that shares it, and the whole name one', async () => {
    const engine = await engineWith(...crowd(3000), document('man', 'Қайырбеков Сейітқали Нұрмағамбетұлы'));
    const score = (full: string): number => engine.find({ name: { full }, limit: 1 })[0]?.score ?? 0;
    expect(score('Айдарбаев')).to.be.below(0.3);
    expect(score('Каирбеков Сейткали Нурмагамбетович')).to.be.above(0.9);
  });

  it('finds everybody the same whether they came one by one or in a crowd that is packed', async () => {
    const people = crowd(21_000);
    const engine = await engineWith(...people, document('before', 'Қайырбеков Сейітқали'));
    expect(found(engine, 'Каирбеков Сейткали')).to.deep.equal(['before']);
    await engine.upsert([document('after', 'Каирбеков Сейткали'), document('crowd-7', 'Жұмабаев Мағжан')]);
    expect(found(engine, 'Каирбеков Сейткали')).to.have.members(['before', 'after']);
    expect(found(engine, 'Жумабаев Магжан')).to.include('crowd-7');
    await engine.remove(['before']);
    expect(found(engine, 'Каирбеков Сейткали')).to.deep.equal(['after']);
  });

  it('answers nothing to what is no name', async () => {
    const engine = await engineWith(document('man', 'Омаров'));
    for (const odd of ['', '   ', '1941', '🙂', '\u0000', '---']) expect(found(engine, odd), odd).to.deep.equal([]);
  });
});
