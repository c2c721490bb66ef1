import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { languages } from '../messages/translate.ts';
import { KeyHelp } from './key-help.tsx';
import { useSession } from './session.tsx';

/** The home has all other addresses below it and is only itself. */
const isAt = (path: string, href: string): boolean => (href === '/desk' ? path === href : path.startsWith(href));

/** Who is here, in which language, and where one can go. */
export function Head() {
  const { say, user, language, setLanguage, signOut } = useSession();
  return (
    <header class="head">
      <div class="wrap">
        <a class="mark" href={`/${language}/`} target="_self">
          Аманат
        </a>
        <Sections />
        <ul class="langs">
          {languages.map((other) => (
            <li key={other}>
              <button
                class="plain"
                type="button"
                lang={other}
                aria-pressed={other === language}
                onClick={() => setLanguage(other)}
              >
                {{ kk: 'Қаз', ru: 'Рус', en: 'Eng' }[other]}
              </button>
            </li>
          ))}
        </ul>
        {user ? (
          <ul class="langs account">
            <li>
              <KeyHelp />
            </li>
            <li>
              <button class="plain" type="button" onClick={() => void signOut()}>
                {user.displayName}: {say('desk.signOut')}
              </button>
            </li>
          </ul>
        ) : null}
      </div>
    </header>
  );
}

const isWide = (): boolean => matchMedia('(min-width: 64rem)').matches;

/** On a telephone ten doors would push the work off the screen: there they stand behind the one that is open. */
function Sections() {
  const { say, user } = useSession();
  const { path } = useLocation();
  const [open, setOpen] = useState(isWide);
  // Whoever has gone through a door wants to see what is behind it. The path is not read but tells when that is.
  useEffect(() => setOpen(isWide()), [path]);
  const doors = [
    { href: '/desk', text: say('desk.home'), roles: ['volunteer', 'coordinator', 'admin'] },
    { href: '/desk/requests', text: say('desk.requests'), roles: ['volunteer', 'coordinator', 'admin'] },
    { href: '/desk/soldiers', text: say('desk.soldiers'), roles: ['volunteer', 'coordinator', 'admin'] },
    { href: '/desk/findings', text: say('desk.findings'), roles: ['volunteer', 'coordinator', 'admin'] },
    { href: '/desk/reports', text: say('desk.reports'), roles: ['volunteer', 'coordinator', 'admin'] },
    { href: '/desk/imports', text: say('desk.imports'), roles: ['coordinator', 'partner', 'admin'] },
    { href: '/desk/memories', text: say('desk.memories'), roles: ['coordinator', 'admin'] },
    { href: '/desk/burial-sites', text: say('desk.sites'), roles: ['volunteer', 'coordinator', 'admin'] },
    { href: '/desk/load', text: say('desk.load'), roles: ['coordinator', 'admin'] },
    { href: '/desk/admin/users', under: '/desk/admin', text: say('desk.admin'), roles: ['admin'] },
  ].filter((door) => user && door.roles.includes(user.role));
  if (doors.length === 0) return null;
  const here = doors.find((door) => isAt(path, door.under ?? door.href));
  return (
    <nav class="sections" aria-label={say('desk.sections')}>
      <details class="fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{here ? say('desk.menuAt', { section: here.text }) : say('desk.menu')}</summary>
        <ul class="doors">
          {doors.map((door) => (
            <li key={door.href}>
              <a href={door.href} aria-current={door === here ? 'page' : undefined}>
                {door.text}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
