import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { deskPeopleMessages } from '../../messages/desk-people.ts';
import { useTitle } from '../focus.ts';
import { useSession } from '../session.tsx';
import { useWords } from '../use-words.ts';

const sections = ['users', 'partners', 'audit'] as const;

/** What only an administrator takes care of, under one door of the desk. */
export function AdminFrame({ title, children }: { title: string; children: ComponentChildren }) {
  const { say } = useSession();
  const words = useWords(deskPeopleMessages);
  const { path } = useLocation();
  useTitle(`${title} – ${say('desk.title')}`);
  return (
    <>
      <nav aria-label={words('people.sections')}>
        <ul class="doors">
          {sections.map((section) => (
            <li key={section}>
              <a
                href={`/desk/admin/${section}`}
                aria-current={path.startsWith(`/desk/admin/${section}`) ? 'page' : undefined}
              >
                {words(`people.${section}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h1>{title}</h1>
      {children}
    </>
  );
}
