import type { Page } from 'playwright-core';
import { type Language, languages } from '../../client/messages/translate.ts';

/**
 * The language of the page at this place of a walk. One more for another size: the walk takes as long as in one language, and each
 * language is seen at each size.
 */
export const languageAt = (place: number, size: number): Language =>
  languages[(place + size) % languages.length] ?? languages[0];

/** What is opened at the desk from now on is in this language. */
export async function readDeskIn(page: Page, language: Language): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('amanat.desk.language', chosen), language);
}
