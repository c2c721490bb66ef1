import type { Page } from 'playwright-core';

const MOST_STOPS = 400;

/** What stands in the way of a reader who only has the Tab key: a stop that cannot be seen, or one that is never reached. */
export async function walk(page: Page): Promise<string[]> {
  const wanted = await page.evaluate(() => {
    const stops = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
    const shown = [...document.querySelectorAll<HTMLElement>(stops)].filter(
      (stop) => stop.checkVisibility() && !stop.matches(':disabled'),
    );
    // Of a group of radio buttons the Tab key reaches one; the arrows reach the others.
    const groups = new Set<string>();
    const reached = shown.filter((stop) => {
      if (!(stop instanceof HTMLInputElement) || stop.type !== 'radio') return true;
      if (groups.has(stop.name)) return false;
      groups.add(stop.name);
      return true;
    });
    return reached.length;
  });
  const wrong: string[] = [];
  const seen = new Set<string>();
  let last = '';
  for (let presses = 0; presses < MOST_STOPS && seen.size <= wanted; presses += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const all = [...document.querySelectorAll('*')];
      return {
        place: String(all.indexOf(element)),
        name: element.outerHTML.slice(0, 80),
        seen: box.width > 1 && box.height > 1 && box.right > 0,
        outlined: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
      };
    });
    // The day, the month and the year of one date are three presses in one field.
    if (found !== null && found.place === last) continue;
    if (found === null || seen.has(found.place)) break;
    last = found.place;
    seen.add(found.place);
    if (!found.seen) wrong.push(`not seen: ${found.name}`);
    if (!found.outlined) wrong.push(`no outline: ${found.name}`);
  }
  if (seen.size < wanted) wrong.push(`${seen.size} of ${wanted} stops reached`);
  return wrong;
}
