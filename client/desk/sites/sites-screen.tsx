import { useLocation } from 'preact-iso';
import type { SITE_ADDITION_STATES } from '../../../server/domain/site-addition.ts';
import { deskSiteMessages } from '../../messages/desk-sites.ts';
import { useTitle } from '../focus.ts';
import { More } from '../more.tsx';
import { Loading, Trouble } from '../notices.tsx';
import { useSession } from '../session.tsx';
import { StateTabs } from '../state-tabs.tsx';
import { useList } from '../use-list.ts';
import { useResource } from '../use-resource.ts';
import { useWords } from '../use-words.ts';
import { AdditionForm } from './addition-form.tsx';
import { type Addition, OneAddition } from './one-addition.tsx';

type Names = { kk: string | null; ru: string | null; en: string | null; local: string | null };
export type SiteChoice = { id: string; name: string };

const STATES: readonly (typeof SITE_ADDITION_STATES)[number][] = ['waiting', 'shown', 'refused'];

/** What is told of burial places besides their facts: brought by whoever was there, let through by a coordinator. */
export function SitesScreen() {
  const { say, user, language } = useSession();
  const words = useWords(deskSiteMessages);
  const list = useResource<{ items: { id: string; names: Names }[] }>('/burial-sites?limit=500');
  useTitle(`${words('siteDesk.title')} – ${say('desk.title')}`);
  const sites = (list.data?.items ?? [])
    .map(({ id, names }): SiteChoice => ({ id, name: names[language] ?? names.ru ?? names.local ?? id }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  return (
    <>
      <h1>{words('siteDesk.title')}</h1>
      {list.error ? <Trouble error={list.error} retry={list.reload} /> : null}
      {list.data === null && !list.error ? <Loading /> : null}
      {list.data ? <AdditionForm sites={sites} /> : null}
      {user?.role === 'volunteer' || !list.data ? null : <ToLook sites={sites} />}
    </>
  );
}

function ToLook({ sites }: { sites: SiteChoice[] }) {
  const words = useWords(deskSiteMessages);
  const { query } = useLocation();
  const state = STATES.find((one) => one === query.state) ?? 'waiting';
  const list = useList<Addition>(`/desk/site-additions?state=${state}&limit=50`);
  const nameOf = (id: string) => sites.find((site) => site.id === id)?.name ?? id;
  return (
    <>
      <h2>{words('siteDesk.toLook')}</h2>
      <StateTabs
        label={words('siteDesk.state')}
        tabs={STATES.map((one) => ({
          href: `/desk/burial-sites?state=${one}`,
          text: words(`siteDesk.${one}`),
          current: one === state,
        }))}
      />
      {list.error ? <Trouble error={list.error} retry={list.reload} /> : null}
      {list.items === null && !list.error ? <Loading /> : null}
      {list.items?.length === 0 ? <p>{words('siteDesk.none')}</p> : null}
      {list.items?.map((addition) => (
        <OneAddition
          key={`${addition.id} ${addition.version}`}
          addition={addition}
          siteName={nameOf(addition.siteId)}
          reload={list.reload}
        />
      ))}
      <More list={list} />
    </>
  );
}
