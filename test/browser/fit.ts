import type { Page } from 'playwright-core';

/** Words that a line ends within although nothing in them allows it: no hyphen, no soft hyphen. */
export async function brokenWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const broken: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const { parentElement: element, textContent: text } = node;
      // A code and an address are no words: they are let into lines wherever they end.
      if (text === null || !element?.checkVisibility() || element.closest('.code, .hidden, svg, a[href^=http]'))
        continue;
      // The heads of tables that are cards here are for screen readers alone.
      if (/^https?:/.test(text) || element.closest('thead')?.clientWidth === 1) continue;
      for (const { 0: word, index } of text.matchAll(/[\p{L}\u00ad]{5,}/gu)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1 && !word.includes('\u00ad')) broken.push(word);
      }
    }
    return broken;
  });
}

/** Names on a map that run over each other, or stand so near side by side that they are read as one. */
export async function crowdedLabels(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const APART = 4;
    return [...document.querySelectorAll('svg.map')].flatMap((map) => {
      const labels = [...map.querySelectorAll('text.place, text.sea')].map((label) => ({
        text: label.textContent ?? '',
        box: label.getBoundingClientRect(),
      }));
      return labels.flatMap((one, index) =>
        labels
          .slice(index + 1)
          .filter(
            ({ box }) =>
              box.left < one.box.right + APART &&
              one.box.left < box.right + APART &&
              box.top + 2 < one.box.bottom &&
              one.box.top + 2 < box.bottom,
          )
          .map(({ text }) => `${one.text} and ${text} run together`),
      );
    });
  });
}
