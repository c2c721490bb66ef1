import { expect } from 'chai';
import { actorText, type NameOf, type Speak, valuePieces } from '../../client/desk/admin/audit-value.ts';
import { sayOnDesk } from '../../client/desk/say-on-desk.ts';
import { auditFieldMessages } from '../../client/messages/audit.ts';
import { deskPeopleMessages } from '../../client/messages/desk-people.ts';
import { memoryRefusalMessages } from '../../client/messages/memories.ts';
import { type Language, translator } from '../../client/messages/translate.ts';
import { MEMORY_STATES, REFUSALS } from '../../server/domain/memory.ts';
import { REQUEST_STATUSES } from '../../server/domain/request-states.ts';
import { ROLES } from '../../server/domain/roles.ts';
import { SITE_ADDITION_STATES } from '../../server/domain/site-addition.ts';

const table = { ...memoryRefusalMessages, ...deskPeopleMessages, ...auditFieldMessages };

/** As the screen of the audit speaks: its own words first, then the desk's. */
function speakIn(language: Language): Speak {
  const [words, say] = [translator(table, language), sayOnDesk(language)];
  return (key) => {
    const own = words(key as keyof typeof table);
    return own === key ? say(key as Parameters<typeof say>[0]) : own;
  };
}
const told = (value: unknown, language: Language = 'ru', name = '') =>
  valuePieces(name, value, { speak: speakIn(language), language, nameOf })
    .map((piece) => (typeof piece === 'string' ? piece : `[${piece.text}](${piece.href})`))
    .join('');
const NAMED = [
  { kind: 'soldier', id: 's1', name: 'Каирбеков Сейткали', href: '/desk/soldiers/s1' },
  { kind: 'request', id: 'a1', name: '№ 12', href: '/desk/requests/a1' },
];
const nameOf: NameOf = (kind, id) => NAMED.find((one) => one.kind === kind && one.id === id) ?? null;

describe('A value in the audit', () => {
  it('is told in words wherever it is a code, in three languages', () => {
    const codes: [name: string, values: readonly string[]][] = [
      ['status', REQUEST_STATUSES],
      ['verdict', ['same', 'different', 'unsure', 'taken', 'dismissed']],
      ['state', [...MEMORY_STATES, ...SITE_ADDITION_STATES, 'active', 'closed']],
      ['refusal', REFUSALS],
      ['role', ROLES.filter((role) => role !== 'relative')],
    ];
    for (const language of ['kk', 'ru', 'en'] as const) {
      const codesLeft = codes.flatMap(([name, values]) =>
        values.filter((value) => told({ [name]: value }, language).endsWith(`: ${value}`) && language !== 'en'),
      );
      expect(codesLeft).to.deep.equal([]);
    }
    expect(told({ status: 'searching', verdict: 'same' })).to.equal('состояние: идёт поиск, ответ: Тот же человек');
  });

  it('names the columns of a list, tells what is nested and empty, and leaves what people wrote', () => {
    expect(told(['familyName', null, 'birthDate'], 'ru', 'mapping')).to.match(/^[А-Яа-яё ]+, –, [А-Яа-яё ]+$/);
    expect(told({ mapping: { '#2': 'familyName', '#3': null }, part: true })).to.match(
      /^столбцы: #2: [а-яё]+, #3: –, часть списка: да$/,
    );
    expect(told({ disabled: true, partnerId: null })).to.equal('закрыта: да, организация: –');
    expect(told({ reason: 'same' })).to.equal('причина: same');
    expect(told(null)).to.equal('–');
  });

  it('leaves out the id of a decision, which leads nowhere', () => {
    expect(told({ decision: '01m8abc', verdict: 'same' })).to.equal('ответ: Тот же человек');
    expect(told({ decision: '01m8abc' })).to.equal('–');
  });

  it('says of what no person did who did it, and calls people by their names', () => {
    const actor = (id: string, name: string) => actorText({ id, name }, speakIn('ru'));
    expect(actor('demo', 'demo')).to.equal('сам показ (демо)');
    expect(actor('site', 'site')).to.equal('сам сайт');
    expect(actor('u1', 'Зәуре')).to.equal('Зәуре');
    expect(actor('gone', 'gone')).to.equal('gone');
  });

  it('calls what it names by an id as people do and leads to it; what no longer exists keeps its id', () => {
    expect(told({ families: ['a1', 'b2'] })).to.equal('семьи: [№ 12](/desk/requests/a1), b2');
    expect(told({ before: { soldierId: 's1' } })).to.include('солдат: [Каирбеков Сейткали](/desk/soldiers/s1)');
    // A request of this number is no soldier, and what a person wrote is no id.
    expect(told({ soldierId: 'a1', reason: 's1' })).to.equal('солдат: a1, причина: s1');
  });
});
