import type { DemoSite } from './demo-site.ts';

/** One address of each kind of public page, without its language. */
export async function publicAddresses({ url }: DemoSite): Promise<Record<string, string>> {
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
