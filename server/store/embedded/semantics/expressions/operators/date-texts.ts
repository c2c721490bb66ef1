import { StoreError } from '../../../store-error.ts';
import { kindOf } from '../../bson-kind.ts';
import { describe } from '../../describe.ts';
import { makeInt } from '../../numbers.ts';
import { located } from '../../refusals.ts';
import { checkFormat, formatDate } from '../date-format.ts';
import { parseDateByFormat, parseIsoDate } from '../date-parse.ts';
import { isNullish, namedOperands, type OperatorReader, type Operators, optional } from '../operator.ts';
import { type Evaluator, isTruthy, type Scope } from '../scope.ts';
import { instantOf, isoDayOfWeek, isoWeek, localClock, partsOf, type TimeZone, utcOf } from '../time-zone.ts';
import { dateOf, wholeIn, zoneIn } from './dates.ts';

/** Dates to and from texts and their parts. */
export const DATE_TEXT_OPERATORS: Operators = {
  $dateToString: readDateToString,
  $dateFromString: readDateFromString,
  $dateToParts: readDateToParts,
  $dateFromParts: readDateFromParts,
};

function formatIn(operand: Evaluator | undefined, scope: Scope, rule: { name: string; code: number }): unknown {
  if (!operand) return undefined;
  const format = operand(scope);
  if (isNullish(format) || typeof format === 'string') return format ?? null;
  throw located(
    rule.code,
    `${rule.name} requires that 'format' be a string, found: ${kindOf(format)} with value ${describe(format)}`,
  );
}

function readDateToString(call: Parameters<OperatorReader>[0]): Evaluator {
  const operands = namedOperands(call, {
    required: ['date'],
    optional: ['format', 'timezone', 'onNull'],
    notObject: 18629,
    unknown: 18534,
    missing: 18628,
  });
  return (scope) => {
    const date = optional(operands.date, scope, null);
    const format = formatIn(operands.format, scope, { name: '$dateToString', code: 18533 });
    if (typeof format === 'string') checkFormat(format);
    const zone = zoneIn(operands.timezone, scope);
    if (isNullish(date)) return optional(operands.onNull, scope, null);
    if (!zone || format === null) return null;
    const standard = zone.isUtc ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L';
    return formatDate(dateOf(date), typeof format === 'string' ? format : standard, zone);
  };
}

function readDateFromString(call: Parameters<OperatorReader>[0]): Evaluator {
  const operands = namedOperands(call, {
    required: ['dateString'],
    optional: ['format', 'timezone', 'onNull', 'onError'],
    notObject: 40540,
    unknown: 40541,
    missing: 40542,
  });
  return (scope) => {
    const text = optional(operands.dateString, scope, null);
    const format = formatIn(operands.format, scope, { name: '$dateFromString', code: 40684 });
    const zone = zoneIn(operands.timezone, scope);
    if (isNullish(text)) return optional(operands.onNull, scope, null);
    try {
      return parsedDate(text, format, zone);
    } catch (error) {
      if (operands.onError && error instanceof StoreError && error.code === 241) return operands.onError(scope);
      throw error;
    }
  };
}

function parsedDate(text: unknown, format: unknown, zone: TimeZone | undefined): unknown {
  if (typeof text !== 'string') {
    throw new StoreError(
      241,
      `$dateFromString requires that 'dateString' be a string, found: ${kindOf(text)} with value ${describe(text)}`,
    );
  }
  if (!zone || format === null) return null;
  return typeof format === 'string' ? parseDateByFormat(text, format, zone) : parseIsoDate(text, zone);
}

function readDateToParts(call: Parameters<OperatorReader>[0]): Evaluator {
  const operands = namedOperands(call, {
    required: ['date'],
    optional: ['timezone', 'iso8601'],
    notObject: 40524,
    unknown: 40520,
    missing: 40522,
  });
  return (scope) => {
    const date = optional(operands.date, scope, null);
    const zone = zoneIn(operands.timezone, scope);
    const iso = optional(operands.iso8601, scope, false);
    if (isNullish(date) || !zone || isNullish(iso)) return null;
    const clock = localClock(dateOf(date), zone);
    const { year, month, day, ...time } = partsOf(clock);
    const week = isoWeek(clock);
    const calendar = isTruthy(iso)
      ? { isoWeekYear: week.year, isoWeek: week.week, isoDayOfWeek: isoDayOfWeek(clock) }
      : { year, month, day };
    return Object.fromEntries(Object.entries({ ...calendar, ...time }).map(([name, value]) => [name, makeInt(value)]));
  };
}

const TIME = ['hour', 'minute', 'second', 'millisecond'];
const CALENDAR = ['year', 'month', 'day'];
const ISO = ['isoWeekYear', 'isoWeek', 'isoDayOfWeek'];

function readDateFromParts(call: Parameters<OperatorReader>[0]): Evaluator {
  const operands = namedOperands(call, {
    required: [],
    optional: [...CALENDAR, ...ISO, ...TIME, 'timezone'],
    notObject: 40519,
    unknown: 40518,
    missing: 40516,
  });
  const isIso = operands.isoWeekYear !== undefined;
  if (!isIso && !operands.year)
    throw located(40516, "$dateFromParts requires either 'year' or 'isoWeekYear' to be present");
  const mixed = (isIso ? CALENDAR : ISO).some((name) => operands[name]);
  if (mixed) throw located(isIso ? 40525 : 40489, '$dateFromParts does not allow mixing natural dates with ISO dates');
  return (scope) => {
    const zone = zoneIn(operands.timezone, scope);
    const number = (name: string) => wholeIn(operands[name], scope, { name, otherwise: firstOf(name) });
    const values = [...(isIso ? ISO : CALENDAR), ...TIME].map(number);
    if (!zone || values.includes(undefined)) return null;
    return instantOf(clockOf(values as number[], isIso), zone);
  };
}

/** What a part is when it is not given: months and days begin at 1. */
function firstOf(name: string): number {
  return TIME.includes(name) ? 0 : 1;
}

function clockOf(values: number[], isIso: boolean): number {
  const [year = 1970, second = 1, third = 1, hour = 0, minute = 0, seconds = 0, millisecond = 0] = values;
  if (year < 1 || year > 9999) {
    const name = isIso ? 'isoWeekYear' : 'year';
    throw located(isIso ? 31095 : 40523, `'${name}' must evaluate to an integer in the range 1 to 9999, found ${year}`);
  }
  const time = { hour, minute, second: seconds, millisecond };
  if (!isIso) return utcOf({ year, month: second, day: third, ...time });
  // The week of 4 January is the first one of its ISO year.
  const fourth = new Date(utcOf({ year, month: 1, day: 4, hour: 0, minute: 0, second: 0, millisecond: 0 }));
  return utcOf({ year, month: 1, day: 4 - isoDayOfWeek(fourth) + (second - 1) * 7 + third, ...time });
}
