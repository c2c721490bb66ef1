export type Remembered<T> = {
  (): Promise<T>;
  /** What was found out, or is being found out now; null while nobody has asked. */
  known(): Promise<T> | null;
};

/** Found out when first asked for and kept from then on. A failure is told to those who waited for it, and the next one tries again. */
export function remembered<T>(find: () => Promise<T>): Remembered<T> {
  let found: Promise<T> | null = null;
  const get = (): Promise<T> => {
    found ??= find().catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };
  return Object.assign(get, { known: () => found });
}
