import type { BrowserContext } from 'playwright-core';
import { type Language, languages } from '../../client/messages/translate.ts';
import type { ErrorCode } from '../../server/errors.ts';
import { createErrorPage } from '../../server/pages/error-page-view.tsx';
import { familyPages } from '../family-pages.ts';
import type { DemoSite } from './demo-site.ts';

/** What no test can bring about in a demo that others read: `showFailures` shows the pages at these addresses. */
const FAILURES: Record<string, ErrorCode> = { '/store-down': 'store_down', '/search-down': 'search_down' };

let known: Promise<Record<string, string>> | null = null;

/** One address of each kind of page that needs no account, without its language. */
export function publicAddresses(demo: DemoSite): Promise<Record<string, string>> {
  known ??= findAddresses(demo);
  return known;
}

/** Pages that say that something of the site is down, at the addresses that `publicAddresses` has for them. */
export async function showFailures(reader: BrowserContext, { url, site }: DemoSite): Promise<void> {
  const draw = createErrorPage(site.config);
  for (const language of languages) {
    for (const [path, code] of Object.entries(FAILURES)) {
      await reader.route(url + failing(language, path), (route) => {
        const told = { status: 503, code, language, path: failing(language, path), q: '', sent: false };
        const body = draw({ ...told, title: '', detail: '', requestId: '' });
        return route.fulfill({ status: 503, contentType: 'text/html; charset=utf-8', body });
      });
    }
  }
}

const failing = (language: Language, path: string): string => `/${language}${path}`;

async function findAddresses({ url, site }: DemoSite): Promise<Record<string, string>> {
  const read = async <T>(path: string) => (await (await fetch(`${url}/api${path}`)).json()) as T;
  type Found = { items: { id: string }[] };
  const soldiers = await read<Found>(`/soldiers?q=${encodeURIComponent('Каирбеков Сейткали Нурмагамбетович')}`);
  const sites = await read<Found>('/burial-sites?limit=1');
  const divisions = await read<Found>('/divisions');
  const firstOf = ({ items }: Found) => items[0]?.id ?? '';
  return {
    search: '/',
    'search with hits': `/?q=${encodeURIComponent('Қайырбеков')}`,
    'search without hits': `/?q=${encodeURIComponent('Щщукх Ъъфы')}`,
    memorial: `/soldiers/${firstOf(soldiers)}`,
    'burial sites': '/burial-sites',
    'burial site': `/burial-sites/${firstOf(sites)}`,
    'burial site with names': '/burial-sites/zeithain',
    divisions: '/divisions',
    division: `/divisions/${firstOf(divisions)}`,
    'division with its path': '/divisions/rd-387',
    hospitals: '/hospitals',
    hospital: '/hospitals/eg-3981',
    'seeking relatives': '/seeking-relatives',
    'seeking relatives of an oblast': '/seeking-relatives?oblast=obl-akmolinsk',
    'request form': '/requests/new',
    'request about a soldier': `/requests/new?soldier=${firstOf(soldiers)}`,
    words: '/words',
    status: `/requests/${await leaveRequest(url)}`,
    statistics: '/statistics',
    about: '/about',
    'not found': '/soldiers/nobody-here',
    'no such request': `/requests/${'b'.repeat(26)}`,
    ...(await familyPages(site)),
    ...Object.fromEntries(Object.keys(FAILURES).map((path) => [path, path])),
  };
}

/** Returns the code of its status page. */
async function leaveRequest(url: string): Promise<string> {
  const soldier = { familyName: 'Сарсенов', givenName: 'Қажым', birthDate: '1911' };
  const applicant = { name: 'Мысал', relation: 'son', language: 'kk' };
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ soldier, applicant, consent: true, token: 'one status page' });
  const answer = await fetch(`${url}/api/requests`, { method: 'POST', headers, body });
  const { statusUrl } = (await answer.json()) as { statusUrl: string };
  return statusUrl.split('/').at(-1) ?? '';
}
