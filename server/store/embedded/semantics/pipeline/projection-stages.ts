import type { Doc } from '../../semantics-contract.ts';
import { isDocument, kindOf } from '../bson-kind.ts';
import { describe } from '../describe.ts';
import { type Evaluator, rootScope } from '../expressions/scope.ts';
import { checkFieldPath } from '../field-path-rules.ts';
import { type ProjectionFields, projectDocument } from '../projection/projection-tree.ts';
import { modeOf, placeField, readProjection, withId } from '../projection/read-projection.ts';
import { located } from '../refusals.ts';
import { expressionOf, inStage, type Stage, type StageContext } from './stage.ts';

/** `$project` */
export function projectStage(argument: unknown, context: StageContext): Stage {
  if (!isDocument(argument)) throw located(15969, '$project specification must be an object');
  if (Object.keys(argument).length === 0) {
    throw located(51272, 'Invalid $project :: caused by :: projection specification must have at least one field');
  }
  const reading = inStage('$project', () => readProjection(argument, context.names));
  const mode = modeOf(reading, 'include');
  const fields = withId(reading.fields, mode);
  return mapStage((doc) => projectDocument(doc, fields, mode, rootScope(doc, context.pipeline)));
}

/** A stage that makes one document of each. */
function mapStage(change: (doc: Doc) => Doc): Stage {
  return function* (source) {
    for (const doc of source) yield change(doc);
  };
}

/** `$addFields` and `$set` */
export function addFieldsStage(argument: unknown, context: StageContext): Stage {
  const { name } = context;
  if (!isDocument(argument))
    throw located(40272, `${name} specification stage must be an object, got ${kindOf(argument)}`);
  const fields: ProjectionFields = new Map();
  inStage(name, () => {
    if (Object.keys(argument).length === 0) throw located(40177, 'specification must have at least one field');
    for (const [path, value] of Object.entries(argument)) readAddedField(fields, path, { value, context });
  });
  return mapStage((doc) => projectDocument(doc, fields, 'add', rootScope(doc, context.pipeline)));
}

type Added = { value: unknown; context: StageContext };

/** A document without operators sets the fields below, one by one. */
function readAddedField(fields: ProjectionFields, path: string, { value, context }: Added): void {
  checkFieldPath(path);
  const entries = isDocument(value) ? Object.entries(value) : [];
  const isNested = entries.length > 0 && !entries[0]?.[0].startsWith('$');
  if (!isNested) {
    placeField(fields, path, { kind: 'compute', evaluate: expressionOf(value, context) });
    return;
  }
  for (const [name, inner] of entries) readAddedField(fields, `${path}.${name}`, { value: inner, context });
}

/** `$unset` */
export function unsetStage(argument: unknown, context: StageContext): Stage {
  const paths = Array.isArray(argument) ? argument : [argument];
  if (!Array.isArray(argument) && typeof argument !== 'string') {
    throw located(31002, '$unset specification must be a string or an array');
  }
  if (paths.length === 0)
    throw located(31119, '$unset specification must be a string or an array with at least one field');
  const fields: ProjectionFields = new Map();
  inStage('$unset', () => {
    for (const path of paths) {
      if (typeof path !== 'string')
        throw located(31120, '$unset specification must be a string or an array containing only string values');
      checkFieldPath(path);
      placeField(fields, path, { kind: 'exclude' });
    }
  });
  return mapStage((doc) => projectDocument(doc, fields, 'exclude', rootScope(doc, context.pipeline)));
}

/** `$replaceRoot` */
export function replaceRootStage(argument: unknown, context: StageContext): Stage {
  if (!isDocument(argument)) {
    throw located(40229, `expected an object as specification for $replaceRoot stage, got ${kindOf(argument)}`);
  }
  const unknown = Object.keys(argument).find((name) => name !== 'newRoot');
  if (unknown !== undefined) throw located(40415, `BSON field '$replaceRoot.${unknown}' is an unknown field.`);
  if (!Object.hasOwn(argument, 'newRoot'))
    throw located(40414, "BSON field '$replaceRoot.newRoot' is missing but a required field");
  return newRoot(expressionOf(argument.newRoot, context), "'newRoot' expression ", context);
}

/** `$replaceWith` */
export function replaceWithStage(argument: unknown, context: StageContext): Stage {
  return newRoot(expressionOf(argument, context), "'replacement document' ", context);
}

function newRoot(evaluate: Evaluator, what: string, context: StageContext): Stage {
  return mapStage((doc) => {
    const value = evaluate(rootScope(doc, context.pipeline));
    if (isDocument(value)) return value;
    const shown = value === undefined ? 'MISSING' : describe(value);
    throw located(
      40228,
      `${what} must evaluate to an object, but resulting value was: ${shown}. Type of resulting value: '${kindOf(value)}'. Input document: ${describe(doc)}`,
    );
  });
}
