import { expect } from 'chai';
import { dateText, dayText, factDateText, factSpanText, yearText } from '../../client/parts/date-text.ts';
import { parsePartialDate } from '../../server/domain/partial-date.ts';

function read(text: string) {
  const { date } = parsePartialDate(text);
  if (date === null) throw new Error(`${text} was not understood`);
  return date;
}

describe('a date of a document in the words of a reader', () => {
  it('is as exact as the document and no more', () => {
    const said = ['14.02.1943', '__.01.1942', '__.__.1913'].map((text) => dateText(read(text), 'ru'));
    expect(said).to.deep.equal(['14 февраля 1943', 'январь 1942', '1913']);
  });

  it('says that a day is only a limit', () => {
    expect(dateText(read('не позднее 22.04.1942'), 'en')).to.equal('not later than 22.04.1942');
    expect(dateText(read('не позднее 22.04.1942'), 'ru')).to.equal('не позднее 22.04.1942');
  });

  it('says that a year is only about right', () => {
    expect(dateText(read('около 1910'), 'kk')).to.equal('шамамен 1910');
  });

  it('from when to when: the year once, and no end that says no more than the beginning', () => {
    expect(factSpanText('1941-08', '1941-11', 'ru')).to.equal('август – ноябрь 1941');
    expect(factSpanText('1941-08', '1941-11', 'kk')).to.match(/^1941\sж\.\sтамыз\s–\sқараша$/u);
    expect(factSpanText('1942-12', '1943-02', 'ru')).to.equal('декабрь 1942 – февраль 1943');
    expect(factSpanText('1941-03-17', '1941', 'kk')).to.equal('1941 ж. 17 наурыз');
    expect(factSpanText('1941-07-12', '1941-08', 'en')).to.equal('July 12, 1941 – August 1941');
    expect(factSpanText(null, '1943', 'en')).to.equal('1943');
    expect(factSpanText(null, null, 'en')).to.equal('');
  });

  it('is one year, or a span, in a list', () => {
    expect(yearText({ earliest: '1913-01-01', latest: '1913-12-31' })).to.equal('1913');
    expect(yearText({ earliest: '1912-01-01', latest: '1914-12-31' })).to.equal('1912–1914');
    expect(yearText({ earliest: null, latest: null })).to.equal(null);
  });

  it('names the months in Kazakh where the browser does not know them', () => {
    const { DateTimeFormat } = Intl;
    // As Chromium does: it has no Kazakh months, whatever it says of the language.
    Intl.DateTimeFormat = function format(locale: string, options: Intl.DateTimeFormatOptions) {
      if (locale.startsWith('kk')) throw new Error('asked the browser for Kazakh months');
      return new DateTimeFormat(locale, options);
    } as typeof DateTimeFormat;
    try {
      expect(dayText('2027-02-26', 'kk')).to.equal('2027 ж. 26 ақпан');
      // Already the first of March in Kazakhstan.
      expect(dayText(new Date('2027-02-28T20:30:00Z'), 'kk')).to.equal('2027 ж. 1 наурыз');
      expect(factDateText('1942-12', 'kk')).to.equal('1942 ж. желтоқсан');
      expect(dateText(read('14.02.1943'), 'kk')).to.equal('1943 ж. 14 ақпан');
      expect(factSpanText('1941-07-12', '1941-07-20', 'kk')).to.match(/^1941\sж\. 12–20 шілде$/u);
      expect(factSpanText('1941-07-12', '1941-08-02', 'kk')).to.match(/^1941\sж\. 12 шілде – 2 тамыз$/u);
    } finally {
      Intl.DateTimeFormat = DateTimeFormat;
    }
  });
});
