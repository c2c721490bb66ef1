import { kindOf } from '../../bson-kind.ts';
import { exactWhole, makeLong } from '../../numbers.ts';
import { located } from '../../refusals.ts';
import { addUnits, dayOfWeekOf, type TimeUnit, timeUnitOf, truncateTo, unitsBetween } from '../date-units.ts';
import {
  isNullish,
  namedOperands,
  type OperatorCall,
  type OperatorReader,
  type Operators,
  optional,
} from '../operator.ts';
import type { Evaluator, Scope } from '../scope.ts';
import { dateOf, maybeDate, zoneIn } from './dates.ts';

/** Dates moved, compared and cut by units of the calendar. */
export const DATE_ARITHMETIC_OPERATORS: Operators = {
  $dateAdd: shifter(1),
  $dateSubtract: shifter(-1),
  $dateDiff: readDateDiff,
  $dateTrunc: readDateTrunc,
};

function shifter(sign: number): OperatorReader {
  return (call) => {
    const { startDate, unit, amount, timezone } = namedOperands(call, {
      required: ['startDate', 'unit', 'amount'],
      optional: ['timezone'],
      notObject: 5166400,
      unknown: 5166401,
      missing: 5166402,
    });
    return (scope) => {
      const start = optional(startDate, scope, null);
      const unitName = optional(unit, scope, null);
      const count = optional(amount, scope, null);
      const zone = zoneIn(timezone, scope);
      if (isNullish(start) || isNullish(unitName) || isNullish(count) || !zone) return null;
      const whole = exactWhole(count);
      if (!maybeDate(start)) throw located(5166403, `${call.name} requires startDate to be convertible to a date`);
      if (whole === undefined) throw located(5166405, `${call.name} expects integer amount of time units`);
      return addUnits(dateOf(start), timeUnitOf(unitName, call.name), sign * Number(whole), zone);
    };
  };
}

/** The first day of weeks; only the unit `week` asks. Sunday unless said otherwise. */
function weekStart(
  operand: Evaluator | undefined,
  scope: Scope,
  { unit, name }: { unit: TimeUnit; name: string },
): number | undefined {
  if (unit !== 'week' || !operand) return 0;
  const day = operand(scope);
  return isNullish(day) ? undefined : dayOfWeekOf(day, name);
}

function requireDate(value: unknown, name: string, field: string): Date {
  if (!maybeDate(value)) throw located(5166307, `${name} requires '${field}' to be a date, but got ${kindOf(value)}`);
  return dateOf(value);
}

function readDateDiff(call: OperatorCall): Evaluator {
  const { startDate, endDate, unit, timezone, startOfWeek } = namedOperands(call, {
    required: ['startDate', 'endDate', 'unit'],
    optional: ['timezone', 'startOfWeek'],
    notObject: 5166301,
    unknown: 5166302,
    missing: 5166303,
  });
  return (scope) => {
    const start = optional(startDate, scope, null);
    const end = optional(endDate, scope, null);
    const unitName = optional(unit, scope, null);
    const zone = zoneIn(timezone, scope);
    if (isNullish(start) || isNullish(end) || isNullish(unitName) || !zone) return null;
    const known = timeUnitOf(unitName, '$dateDiff');
    const first = weekStart(startOfWeek, scope, { unit: known, name: '$dateDiff' });
    if (first === undefined) return null;
    const from = requireDate(start, '$dateDiff', 'startDate');
    const to = requireDate(end, '$dateDiff', 'endDate');
    return makeLong(BigInt(unitsBetween(from, to, known, { zone, startOfWeek: first })));
  };
}

function readDateTrunc(call: OperatorCall): Evaluator {
  const { date, unit, binSize, timezone, startOfWeek } = namedOperands(call, {
    required: ['date', 'unit'],
    optional: ['binSize', 'timezone', 'startOfWeek'],
    notObject: 5439007,
    unknown: 5439008,
    missing: 5439009,
  });
  return (scope) => {
    const moment = optional(date, scope, null);
    const unitName = optional(unit, scope, null);
    const size = optional(binSize, scope, makeLong(1n));
    const zone = zoneIn(timezone, scope);
    if (isNullish(moment) || isNullish(unitName) || isNullish(size) || !zone) return null;
    const known = timeUnitOf(unitName, '$dateTrunc');
    const first = weekStart(startOfWeek, scope, { unit: known, name: '$dateTrunc' });
    if (first === undefined) return null;
    return truncateTo(requireDate(moment, '$dateTrunc', 'date'), known, binOf(size), { zone, startOfWeek: first });
  };
}

function binOf(value: unknown): number {
  const whole = exactWhole(value);
  if (whole === undefined) {
    throw located(
      5439017,
      `$dateTrunc requires 'binSize' to be a 64-bit integer, but got value of type ${kindOf(value)}`,
    );
  }
  if (whole <= 0n) throw located(5439018, `$dateTrunc requires 'binSize' to be greater than 0, but got value ${whole}`);
  return Number(whole);
}
