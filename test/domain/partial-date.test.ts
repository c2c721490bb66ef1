import { expect } from 'chai';
import fc from 'fast-check';
import { type DateOptions, parsePartialDate } from '../../server/domain/partial-date.ts';

function read(text: string, options: DateOptions = {}): string {
  const { date, problem } = parsePartialDate(text, options);
  if (date === null) return problem.rule;
  return `${date.kind} ${date.precision} ${date.earliest ?? '..'} ${date.latest ?? '..'}`;
}

function expectReadings(readings: Record<string, string>, options: DateOptions = {}): void {
  for (const [text, expected] of Object.entries(readings)) expect(read(text, options), text).to.equal(expected);
}

describe('a partial date', () => {
  it('keeps what the paper leaves open', () => {
    expectReadings({
      '14.05.1944': 'exact day 1944-05-14 1944-05-14',
      '__.01.1942': 'exact month 1942-01-01 1942-01-31',
      '__.__.1941': 'exact year 1941-01-01 1941-12-31',
      '_._.1941': 'exact year 1941-01-01 1941-12-31',
      '00.02.1944': 'exact month 1944-02-01 1944-02-29',
      'XX.02.1943': 'exact month 1943-02-01 1943-02-28',
      '07.1942': 'exact month 1942-07-01 1942-07-31',
      '1941-07': 'exact month 1941-07-01 1941-07-31',
      '1913': 'exact year 1913-01-01 1913-12-31',
      '1913 г.': 'exact year 1913-01-01 1913-12-31',
      '1913 г.р.': 'exact year 1913-01-01 1913-12-31',
      '1913 ж.': 'exact year 1913-01-01 1913-12-31',
      '1913 r.': 'exact year 1913-01-01 1913-12-31',
    });
  });

  it('knows that nothing is said', () => {
    for (const text of ['', '  ', '-', '?', '__.__.____', 'неизвестно', 'белгісіз', 'unbekannt', 'нет данных']) {
      expect(read(text), text).to.equal('unknown none .. ..');
    }
  });

  it('reads one-sided dates', () => {
    expectReadings({
      'Не позднее 22.04.1942': 'not_later open .. 1942-04-22',
      'до мая 1942': 'not_later open .. 1942-05-31',
      'не ранее 01.1943': 'not_earlier open 1943-01-01 ..',
      'после 1942 г.': 'not_earlier open 1942-01-01 ..',
      '1942 жылға дейін': 'not_later open .. 1942-12-31',
      'nach dem 5.3.1942': 'not_earlier open 1942-03-05 ..',
      'nie później niż 5 maja 1945': 'not_later open .. 1945-05-05',
      'not later than 12 May 1943': 'not_later open .. 1943-05-12',
      '../1942-04-22': 'not_later open .. 1942-04-22',
    });
  });

  it('widens "about" by two years, and less for a month or a day', () => {
    expectReadings({
      'около 1910': 'approximate year 1908-01-01 1912-12-31',
      'ок. 1910 г.': 'approximate year 1908-01-01 1912-12-31',
      'шамамен 1910 ж.': 'approximate year 1908-01-01 1912-12-31',
      '1910?': 'approximate year 1908-01-01 1912-12-31',
      'около 15.05.1942': 'approximate day 1942-05-05 1942-05-25',
    });
  });

  it('reads "about" and "born" where families put them, before or behind the year', () => {
    for (const text of [
      '1913 шамамен',
      '1913 жылы шамамен',
      '1913 жылдар шамасы',
      'примерно в 1913 году',
      '1913 г. (примерно)',
      '1913 about',
    ]) {
      expect(read(text), text).to.equal(read('около 1913'));
    }
    for (const text of ['1913 жылы туған', '1913-жылы туылған', 'родился в 1913 году']) {
      expect(read(text), text).to.equal('exact year 1913-01-01 1913-12-31');
    }
    for (const text of ['1913 әлде 1914', '1913 немесе 1914']) {
      expect(read(text), text).to.equal('range range 1913-01-01 1914-12-31');
    }
  });

  it('turns an age into years of birth, one year to each side, and needs to know when', () => {
    expectReadings(
      {
        '28 лет': 'age range 1913-01-01 1915-12-31',
        '28 жаста': 'age range 1913-01-01 1915-12-31',
        'aged 28': 'age range 1913-01-01 1915-12-31',
        '28 Jahre': 'age range 1913-01-01 1915-12-31',
        'lat 28': 'age range 1913-01-01 1915-12-31',
      },
      { asOf: '1942-05-12' },
    );
    expect(parsePartialDate('28 лет').problem).to.deep.equal({ text: '28 лет', rule: 'age_needs_date', age: 28 });
  });

  it('reads months as words, in five languages and in Roman numbers', () => {
    const may = 'exact day 1913-05-12 1913-05-12';
    expectReadings({
      '12 мая 1913 г.': may,
      '1913 жылғы 12 мамыр': may,
      '12 мамыр 1913 ж.': may,
      '12.V.1913': may,
      '12. Mai 1913': may,
      '12 maja 1913 r.': may,
      '12 May 1913': may,
      'May 12, 1913': may,
      '12.Х.1943': 'exact day 1943-10-12 1943-10-12',
      '12.ІІ.1943': 'exact day 1943-02-12 1943-02-12',
      '3 września 1944': 'exact day 1944-09-03 1944-09-03',
      '7 қыркүйек 1944': 'exact day 1944-09-07 1944-09-07',
      'маусым 1942': 'exact month 1942-06-01 1942-06-30',
      '21 дек. 1942 г': 'exact day 1942-12-21 1942-12-21',
    });
  });

  it('knows each Kazakh month', () => {
    const months = 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' ');
    for (const [index, month] of months.entries()) {
      const number = String(index + 1).padStart(2, '0');
      expect(parsePartialDate(`${month} 1942`).date?.edtf, month).to.equal(`1942-${number}`);
    }
  });

  it('reads ranges', () => {
    expectReadings({
      '1942-03/1942-05': 'range range 1942-03-01 1942-05-31',
      'с 01.03.1942 по 05.04.1942': 'range range 1942-03-01 1942-04-05',
      '01.03.1942-05.04.1942': 'range range 1942-03-01 1942-04-05',
      '1941/42 гг.': 'range range 1941-01-01 1942-12-31',
      '1912 или 1913': 'range range 1912-01-01 1913-12-31',
      '12-15 мая 1942': 'range range 1942-05-12 1942-05-15',
      'март-май 1942': 'range range 1942-03-01 1942-05-31',
      'осень 1941': 'range range 1941-09-01 1941-11-30',
      'конец 1942': 'range range 1942-09-01 1942-12-31',
      '194_': 'range range 1940-01-01 1949-12-31',
    });
    expect(read('05.04.1942 - 01.03.1942')).to.equal('backwards');
  });

  it('takes a short year into the century in which the paper can have been written, and says so', () => {
    expectReadings({
      '42 г.': 'exact year 1942-01-01 1942-12-31',
      '16.11.41': 'exact day 1941-11-16 1941-11-16',
      '12.05.85': 'exact day 1885-05-12 1885-05-12',
    });
    expect(parsePartialDate('16.11.41').date?.notes).to.deep.equal(['century_assumed']);
  });

  it('reads the day numbers that spreadsheets leave behind, and says so', () => {
    // 1 January 1942 is day 15342 of the 1900 date system.
    expect(read('15342')).to.equal('exact day 1942-01-01 1942-01-01');
    expect(parsePartialDate('15342').date?.notes).to.deep.equal(['excel_serial']);
  });

  it('refuses days that never were, with the reason', () => {
    expectReadings({
      '31.02.1942': 'impossible_day',
      '29.02.1913': 'impossible_day',
      '31.04.1942': 'impossible_day',
      '13.13.1913': 'impossible_month',
      '1113': 'year_out_of_range',
      '12.05.2942': 'year_out_of_range',
      'не ранее': 'not_understood',
      сержант: 'not_understood',
      '12': 'not_understood',
    });
    expect(read('29.02.1912')).to.equal('exact day 1912-02-29 1912-02-29');
  });

  it('reads 05.13.1913 as 13 May and says that day and month stand the other way round', () => {
    const { date } = parsePartialDate('05.13.1913');
    expect(date?.earliest).to.equal('1913-05-13');
    expect(date?.notes).to.deep.equal(['day_month_swapped']);
  });

  it('keeps a day without its year as text that says nothing about time', () => {
    expect(parsePartialDate('12 мая').date).to.include({ earliest: null, kind: 'unknown', edtf: 'XXXX-05-12' });
    expect(parsePartialDate('12.05').date?.edtf).to.equal('XXXX-05-12');
  });

  it('drops the time of day that databases add', () => {
    expect(read('22.07.1941 0:00:00')).to.equal('exact day 1941-07-22 1941-07-22');
    expect(read('1941-07-22T00:00:00.000Z')).to.equal('exact day 1941-07-22 1941-07-22');
  });

  it('keeps the text as written and writes EDTF beside it', () => {
    const edtf = (text: string) => parsePartialDate(text).date?.edtf;
    expect(parsePartialDate(' Не позднее 22.04.1942').date?.text).to.equal(' Не позднее 22.04.1942');
    expect(edtf('__.01.1942')).to.equal('1942-01');
    expect(edtf('не позднее 22.04.1942')).to.equal('../1942-04-22');
    expect(edtf('около 1910')).to.equal('1910~');
    expect(edtf('__.01.____')).to.equal('XXXX-01');
  });

  it('answers for any text, long or strange, and never throws', () => {
    for (const text of [
      '-'.repeat(5000),
      '1'.repeat(5000),
      '1-'.repeat(2000),
      'по '.repeat(900),
      '\u0000',
      '🙂 1942',
    ]) {
      expect(parsePartialDate(text)).to.have.keys('date', 'problem');
    }
  });

  it('never ends before it begins, and its EDTF text reads back to the same days', () => {
    const pieces = [
      '1',
      '12',
      '31',
      '1942',
      '41',
      '.',
      '-',
      '/',
      ' ',
      'г.',
      'с',
      'по',
      'мая',
      'V',
      '_',
      '?',
      'до',
      'около',
      'не',
    ];
    const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((list) => list.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const { date } = parsePartialDate(text);
        if (date === null || date.kind !== 'exact') return;
        expect((date.earliest ?? '') <= (date.latest ?? ''), text).to.equal(true);
        const again = parsePartialDate(date.edtf).date;
        expect([again?.earliest, again?.latest], date.edtf).to.deep.equal([date.earliest, date.latest]);
      }),
      { seed: 1942, numRuns: 3000 },
    );
  });

  it('reads days and years written out, and a span within one month', () => {
    const edtf = (text: string) => parsePartialDate(text).date?.edtf;
    expect(edtf('двенадцатое мая 1913 года')).to.equal('1913-05-12');
    expect(edtf('двадцать второго апреля тысяча девятьсот сорок второго года')).to.equal('1942-04-22');
    expect(edtf('в 1915 году')).to.equal('1915');
    expect(edtf('между 5 и 10 августа 1942 г.')).to.equal('1942-08-05/1942-08-10');
  });
});
