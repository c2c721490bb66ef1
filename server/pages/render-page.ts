import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** One page as the browser gets it. */
export function renderPage(page: VNode): string {
  return `<!doctype html>\n${renderToString(page)}\n`;
}
