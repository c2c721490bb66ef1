/**
 * The names that a paper means, whatever it writes: for asking what somebody could tell who reads every name rightly. An
 * initial ends in a full stop; null where the paper leaves the part out.
 */
export type MeantName = { family: string; given: string; patronymic: string | null };

export const initialOf = (name: string): string => `${name.charAt(0)}.`;
