import { SUBSTITUTION, soundCode } from '../names/sound-costs.ts';
import type { NameForm, NameSlot, NameWord } from './name-form.ts';

/** How far one part of a name agrees, best first. `initial` and `missing` say little or nothing; the last two contradict. */
export type PartLevel = 'same' | 'near' | 'close' | 'far' | 'initial' | 'missing' | 'initial_differs' | 'different';

/** What it costs to take one word for the other, in hundredths (`names/sound-costs.ts`); null when nobody would. */
export type WordCost = (request: NameWord, soldier: NameWord) => number | null;

export type PartAgreement = {
  level: PartLevel;
  cost: number | null;
  request: NameWord | null;
  soldier: NameWord | null;
};

/** Which slot of the soldier's paper stands against each slot of the request. */
export type SlotOrder =
  | 'straight'
  | 'family_given'
  | 'family_patronymic'
  | 'given_patronymic'
  | 'turned'
  | 'turned_back';

export type NameAgreement = { order: SlotOrder; parts: Record<NameSlot, PartAgreement>; soldierForm: NameForm };

type Slots = Record<NameSlot, NameSlot>;

export const SLOT_ORDERS: Readonly<Record<SlotOrder, Slots>> = {
  straight: { family: 'family', given: 'given', patronymic: 'patronymic' },
  family_given: { family: 'given', given: 'family', patronymic: 'patronymic' },
  family_patronymic: { family: 'patronymic', given: 'given', patronymic: 'family' },
  given_patronymic: { family: 'family', given: 'patronymic', patronymic: 'given' },
  turned: { family: 'given', given: 'patronymic', patronymic: 'family' },
  turned_back: { family: 'patronymic', given: 'family', patronymic: 'given' },
};

// Steps of the cost: one sound that every clerk confuses; one that many do; two or three; what is left of "may be".
const STEPS: ReadonlyArray<readonly [PartLevel, number]> = [
  ['same', 10],
  ['near', 32],
  ['close', 70],
];

function levelOfCost(cost: number | null): PartLevel {
  if (cost === null) return 'different';
  return STEPS.find(([, most]) => cost <= most)?.[0] ?? 'far';
}

// Initials of one sound class (қ к х, ж дж ш) may stand for one name.
const ALIKE_INITIALS = 30;

function initialsAgree(a: NameWord, b: NameWord): boolean {
  return a.part.readings.some((x) =>
    b.part.readings.some((y) => {
      const [left, right] = [soundCode(x.stem, 0), soundCode(y.stem, 0)];
      return left === right || (SUBSTITUTION[(left << 5) | right] ?? 100) <= ALIKE_INITIALS;
    }),
  );
}

/** How two words in one slot agree. Missing on a side says nothing. */
export function partAgreement(request: NameWord | null, soldier: NameWord | null, cost: WordCost): PartAgreement {
  if (request === null || soldier === null) return { level: 'missing', cost: null, request, soldier };
  if (request.part.initial || soldier.part.initial) {
    return { level: initialsAgree(request, soldier) ? 'initial' : 'initial_differs', cost: null, request, soldier };
  }
  const found = cost(request, soldier);
  return { level: levelOfCost(found), cost: found, request, soldier };
}

/** The agreement of every slot of the request with every slot of the soldier, each worked out when first asked for. */
export type AgreementGrid = (request: NameSlot, soldier: NameSlot) => PartAgreement;

export function agreementGrid(request: NameForm, soldier: NameForm, cost: WordCost): AgreementGrid {
  const known = new Map<string, PartAgreement>();
  return (own, other) => {
    const key = own + other;
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    const agreement = partAgreement(request[own], soldier[other], cost);
    known.set(key, agreement);
    return agreement;
  };
}

/** The agreement of two names when the soldier's slots are taken in this order. */
export function agreementIn(order: SlotOrder, grid: AgreementGrid, soldierForm: NameForm): NameAgreement {
  const slots = SLOT_ORDERS[order];
  return {
    order,
    parts: {
      family: grid('family', slots.family),
      given: grid('given', slots.given),
      patronymic: grid('patronymic', slots.patronymic),
    },
    soldierForm,
  };
}

/** The same agreement with each part under the slot that the soldier's paper has it in. */
export function bySoldierSlots(agreement: NameAgreement): NameAgreement {
  const slots = SLOT_ORDERS[agreement.order];
  const { family, given, patronymic } = agreement.parts;
  const parts = { [slots.family]: family, [slots.given]: given, [slots.patronymic]: patronymic };
  return { ...agreement, parts: parts as NameAgreement['parts'] };
}
