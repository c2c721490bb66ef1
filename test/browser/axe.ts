import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

type Finding = { id: string; impact: string | null; nodes: { html: string; failureSummary?: string }[] };
type Axe = { run(options: object): Promise<{ violations: Finding[] }> };

let source: Promise<string> | null = null;

/** What axe-core holds for serious or critical in the page as it stands, one line a finding; all rules, or the colours only. */
export async function seriousFindings(page: Page, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  source ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  // Evaluated by the browser's own tools, which the page's Content-Security-Policy does not hold back.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await source);
  const options = { resultTypes: ['violations'], ...(rules === 'all' ? {} : { runOnly: ['color-contrast'] }) };
  const violations = await page.evaluate(async (chosen) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    return (await axe.run(chosen)).violations;
  }, options);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** A page that is wider than its window has to be pushed sideways on a phone. */
export async function isTooWide(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
