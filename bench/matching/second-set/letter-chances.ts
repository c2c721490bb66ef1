/**
 * For each letter of a word how else it may come to be written, each other spelling with a chance of its own, in proportion
 * to what was counted in papers that spell one name twice. The first spelling of a letter takes what the others leave.
 */
export type Chances = Readonly<Record<string, readonly (readonly [string, number])[]>>;
