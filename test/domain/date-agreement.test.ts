import { expect } from 'chai';
import {
  dateAgreement,
  datesOverlap,
  isCertainlyBefore,
  mayBeSwapped,
  yearOf,
} from '../../server/domain/dates/date-agreement.ts';
import { type PartialDate, parsePartialDate } from '../../server/domain/partial-date.ts';

function date(text: string): PartialDate {
  const result = parsePartialDate(text, { asOf: '1942' });
  if (result.date === null) throw new Error(`not a date: ${text}`);
  return result.date;
}

describe('agreement of two dates', () => {
  it('compares only what both papers name', () => {
    expect(dateAgreement(date('12.05.1913'), date('12.05.1913')).level).to.equal('same_day');
    expect(dateAgreement(date('12.05.1913'), date('1913'))).to.include({ level: 'same_year', comparedAt: 'year' });
    expect(dateAgreement(date('12.05.1913'), date('__.05.1913'))).to.include({
      level: 'same_month',
      comparedAt: 'month',
    });
    expect(dateAgreement(date('12.05.1913'), date('19.05.1913'))).to.include({ level: 'same_month', days: 7 });
  });

  it('tells a contradiction inside one year from a bare year', () => {
    expect(dateAgreement(date('12.05.1913'), date('03.11.1913'))).to.include({ level: 'same_year', comparedAt: 'day' });
  });

  it('sees day and month exchanged', () => {
    expect(dateAgreement(date('05.12.1913'), date('12.05.1913')).level).to.equal('swapped');
    expect(mayBeSwapped(date('05.12.1913'))).to.equal(true);
    expect(mayBeSwapped(date('13.05.1913'))).to.equal(false);
    expect(mayBeSwapped(date('07.07.1913'))).to.equal(false);
    expect(mayBeSwapped(date('1913'))).to.equal(false);
  });

  it('counts the years between, and sees the same day of another year', () => {
    expect(dateAgreement(date('1913'), date('1915'))).to.include({ level: 'years_apart', years: 2 });
    expect(dateAgreement(date('12.05.1913'), date('12.05.1918'))).to.include({ years: 5, sameDayAndMonth: true });
    expect(dateAgreement(date('12.05.1913'), date('12.06.1918'))).to.include({ years: 5, sameDayAndMonth: false });
  });

  it('lets an age or an estimate agree with what it covers, and says how far off the rest is', () => {
    expect(dateAgreement(date('28 лет'), date('1914')).level).to.equal('overlap');
    expect(dateAgreement(date('28 лет'), date('1918'))).to.include({ level: 'years_apart', years: 3 });
    expect(dateAgreement(date('около 1910'), date('1912')).level).to.equal('overlap');
    expect(dateAgreement(date('не позднее 22.04.1942'), date('__.01.1942')).level).to.equal('overlap');
    expect(dateAgreement(date('не позднее 22.04.1942'), date('05.1943'))).to.include({
      level: 'years_apart',
      years: 1,
    });
  });

  it('says nothing where a side says nothing', () => {
    expect(dateAgreement(date('неизвестно'), date('1913'))).to.include({ level: 'unknown', years: null });
    expect(datesOverlap(date(''), date('1913'))).to.equal(true);
  });

  it('is sure of an order only when no day allows the other', () => {
    expect(isCertainlyBefore(date('12.1941'), date('01.1942'))).to.equal(true);
    expect(isCertainlyBefore(date('1942'), date('05.1942'))).to.equal(false);
    expect(isCertainlyBefore(date('не ранее 1943'), date('1945'))).to.equal(false);
  });

  it('gives the year only when there is one', () => {
    expect(yearOf(date('12.05.1913'))).to.equal(1913);
    expect(yearOf(date('1941-1942'))).to.equal(null);
    expect(yearOf(date(''))).to.equal(null);
    expect(yearOf(null)).to.equal(null);
  });
});
