// A list of 28,000 rows names some hundred places; more different texts than this are forgotten and read again.
const MOST_REMEMBERED = 20_000;

/** A function that remembers its answers for the texts it has seen. Its answers are shared: nobody may change one. */
export function remembering<T>(read: (text: string) => T): (text: string) => T {
  let answers = new Map<string, T>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined || answers.has(text)) return known as T;
    if (answers.size >= MOST_REMEMBERED) answers = new Map();
    const answer = read(text);
    answers.set(text, answer);
    return answer;
  };
}
