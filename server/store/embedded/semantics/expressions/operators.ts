import type { Operators } from './operator.ts';
import { ARITHMETIC_OPERATORS } from './operators/arithmetic.ts';
import { ARRAY_OPERATORS } from './operators/arrays.ts';
import { BIT_OPERATORS } from './operators/bits.ts';
import { CONVERSION_OPERATORS } from './operators/conversion.ts';
import { DATE_ARITHMETIC_OPERATORS } from './operators/date-arithmetic.ts';
import { DATE_TEXT_OPERATORS } from './operators/date-texts.ts';
import { DATE_PART_OPERATORS } from './operators/dates.ts';
import { FUNCTION_OPERATORS } from './operators/functions.ts';
import { ITERATION_OPERATORS } from './operators/iteration.ts';
import { LOGIC_OPERATORS } from './operators/logic.ts';
import { OBJECT_OPERATORS } from './operators/objects.ts';
import { REGEX_OPERATORS } from './operators/regexes.ts';
import { SELECTION_OPERATORS } from './operators/selection.ts';
import { SET_OPERATORS } from './operators/sets.ts';
import { STRING_OPERATORS } from './operators/strings.ts';
import { TOTAL_OPERATORS } from './operators/totals.ts';

/** Every operator an expression may use; all others are refused by name. */
export const OPERATORS: Operators = {
  ...ARITHMETIC_OPERATORS,
  ...ARRAY_OPERATORS,
  ...BIT_OPERATORS,
  ...CONVERSION_OPERATORS,
  ...DATE_ARITHMETIC_OPERATORS,
  ...DATE_PART_OPERATORS,
  ...DATE_TEXT_OPERATORS,
  ...FUNCTION_OPERATORS,
  ...ITERATION_OPERATORS,
  ...LOGIC_OPERATORS,
  ...OBJECT_OPERATORS,
  ...REGEX_OPERATORS,
  ...SELECTION_OPERATORS,
  ...SET_OPERATORS,
  ...STRING_OPERATORS,
  ...TOTAL_OPERATORS,
};
