/** Signs that people write for one another; the code itself has none of them. */
const MISTAKEN: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1', u: 'v' };

/**
 * The code of a request's page as it was meant, from how somebody wrote it down: with spaces or dashes, in capitals, an O for
 * a zero, or as the whole address of the page. Whether there is such a request is another question.
 */
export function readCode(text: string): string {
  const pasted = /\/requests\/([^/?#\s]+)/.exec(text)?.[1] ?? text;
  return pasted
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replace(/[oilu]/g, (sign) => MISTAKEN[sign] ?? sign);
}

/** In groups of four, as it is read out and written down. */
export function codeInGroups(code: string): string {
  return code.match(/.{1,4}/g)?.join(' ') ?? '';
}
