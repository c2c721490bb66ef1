import { mongo } from 'mongoose';

const { EJSON } = mongo.BSON;

/** Keeps the type of every value as the store has it: 5 as an Int32 stays an Int32, as a Double it stays a Double. */
export const EXACT = {
  promoteValues: false,
  promoteLongs: false,
  promoteBuffers: false,
  bsonRegExp: true,
} as const;

export function toLine(document: mongo.BSON.Document): string {
  return `${EJSON.stringify(document, { relaxed: false })}\n`;
}

export function fromLine(line: string): mongo.BSON.Document {
  return EJSON.parse(line, { relaxed: false });
}
