import type { ObjectId, Timestamp } from 'bson';
import { isDocument, kindOf } from '../../bson-kind.ts';
import { describe } from '../../describe.ts';
import { exactWhole, makeInt, makeLong } from '../../numbers.ts';
import { located } from '../../refusals.ts';
import { isNullish, type OperatorCall, type OperatorReader, type Operators, optional } from '../operator.ts';
import type { Evaluator, Scope } from '../scope.ts';
import {
  dayOfYear,
  isoDayOfWeek,
  isoWeek,
  localClock,
  sundayWeek,
  type TimeZone,
  timeZoneOf,
  UTC,
} from '../time-zone.ts';

/** The parts of a date, each as the clocks of a time zone show it. */
export const DATE_PART_OPERATORS: Operators = {
  $year: part((clock) => clock.getUTCFullYear()),
  $month: part((clock) => clock.getUTCMonth() + 1),
  $dayOfMonth: part((clock) => clock.getUTCDate()),
  $hour: part((clock) => clock.getUTCHours()),
  $minute: part((clock) => clock.getUTCMinutes()),
  $second: part((clock) => clock.getUTCSeconds()),
  $millisecond: part((clock) => clock.getUTCMilliseconds()),
  $dayOfYear: part(dayOfYear),
  $dayOfWeek: part((clock) => clock.getUTCDay() + 1),
  $isoDayOfWeek: part(isoDayOfWeek),
  $week: part(sundayWeek),
  $isoWeek: part((clock) => isoWeek(clock).week),
  $isoWeekYear: part((clock) => isoWeek(clock).year, true),
};

function part(read: (clock: Date) => number, asLong = false): OperatorReader {
  return (call) => {
    const { date, timezone } = dateOperands(call);
    return (scope) => {
      const moment = date(scope);
      const zone = zoneIn(timezone, scope);
      if (isNullish(moment) || !zone) return null;
      const value = read(localClock(dateOf(moment), zone));
      return asLong ? makeLong(BigInt(value)) : makeInt(value);
    };
  };
}

/** Either the date alone, or `{ date, timezone }`. */
function dateOperands(call: OperatorCall): { date: Evaluator; timezone: Evaluator | undefined } {
  const { argument, name, read } = call;
  const [first] = isDocument(argument) ? Object.keys(argument) : [];
  if (isDocument(argument) && !first?.startsWith('$')) {
    const unknown = Object.keys(argument).find((field) => field !== 'date' && field !== 'timezone');
    if (unknown !== undefined) throw located(40535, `unrecognized option to ${name}: "${unknown}"`);
    if (!Object.hasOwn(argument, 'date'))
      throw located(40539, `missing 'date' argument to ${name}, provided: ${name}: ${describe(argument)}`);
    return {
      date: read(argument.date),
      timezone: Object.hasOwn(argument, 'timezone') ? read(argument.timezone) : undefined,
    };
  }
  if (!Array.isArray(argument)) return { date: read(argument), timezone: undefined };
  if (argument.length !== 1) {
    throw located(40536, `${name} accepts exactly one argument if given an array, but was given ${argument.length}`);
  }
  return { date: read(argument[0]), timezone: undefined };
}

/** The time zone named by an operand: UTC when there is none, undefined when it is null. */
export function zoneIn(operand: Evaluator | undefined, scope: Scope): TimeZone | undefined {
  if (!operand) return UTC;
  const name = operand(scope);
  if (isNullish(name)) return undefined;
  if (typeof name !== 'string') throw located(40517, `timezone must evaluate to a string, found ${kindOf(name)}`);
  return timeZoneOf(name);
}

/** The moment in a date, a timestamp or an ObjectId. */
export function dateOf(value: unknown): Date {
  const date = maybeDate(value);
  if (!date) throw located(16006, `can't convert from BSON type ${kindOf(value)} to Date`);
  return date;
}

/** As `dateOf`, undefined for other types. */
export function maybeDate(value: unknown): Date | undefined {
  if (value instanceof Date) return value;
  const kind = kindOf(value);
  if (kind === 'objectId') return (value as ObjectId).getTimestamp();
  return kind === 'timestamp' ? new Date((value as Timestamp).t * 1000) : undefined;
}

/** A whole number among the named arguments of a date operator; undefined when it is null. */
export function wholeIn(
  operand: Evaluator | undefined,
  scope: Scope,
  rule: { name: string; otherwise: number },
): number | undefined {
  const value = optional(operand, scope, makeInt(rule.otherwise));
  if (isNullish(value)) return undefined;
  const whole = exactWhole(value);
  if (whole === undefined) {
    throw located(
      40515,
      `'${rule.name}' must evaluate to an integer, found ${kindOf(value)} with value ${describe(value)}`,
    );
  }
  return Number(whole);
}
