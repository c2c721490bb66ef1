import { LocationProvider, Route, Router, useLocation } from 'preact-iso';
import { languages } from '../messages/translate.ts';
import { Announcer } from './announcer.tsx';
import { useTitle } from './focus.ts';
import { ImportsScreen } from './imports/imports-screen.tsx';
import { NewImport } from './imports/new-import.tsx';
import { OneImport } from './imports/one-import.tsx';
import { KeyHelp } from './key-help.tsx';
import { Loading, Trouble } from './notices.tsx';
import { RequestsScreen } from './requests/requests-screen.tsx';
import { SessionProvider, useSession } from './session.tsx';
import { SignIn } from './sign-in.tsx';
import { OneSoldier } from './soldiers/one-soldier.tsx';
import { SoldiersScreen } from './soldiers/soldiers-screen.tsx';

/** The desk: who is not signed in sees the sign-in and comes back to the address that was asked for. */
export function Desk() {
  return (
    <SessionProvider>
      <LocationProvider scope="/desk">
        <Announcer>
          <Frame />
        </Announcer>
      </LocationProvider>
    </SessionProvider>
  );
}

function Frame() {
  const { say, user, unreachable } = useSession();
  return (
    <>
      <a class="skip" href="#content" target="_self">
        {say('desk.skip')}
      </a>
      <Head />
      <main id="content" class="wrap">
        {unreachable ? (
          <Trouble error={unreachable} />
        ) : user === undefined ? (
          <Loading />
        ) : user ? (
          <Screens />
        ) : (
          <SignIn />
        )}
      </main>
    </>
  );
}

function Screens() {
  return (
    <Router>
      <Route path="/desk" component={RequestsScreen} />
      <Route path="/desk/requests" component={RequestsScreen} />
      <Route path="/desk/requests/:id" component={RequestsScreen} />
      <Route path="/desk/soldiers" component={SoldiersScreen} />
      <Route path="/desk/soldiers/:id" component={OneSoldierScreen} />
      <Route path="/desk/imports" component={ImportsScreen} />
      <Route path="/desk/imports/new" component={NewImport} />
      <Route path="/desk/imports/:id" component={OneImport} />
      <Route path="/desk/imports/:id/:step" component={OneImport} />
      <Route default component={NotFound} />
    </Router>
  );
}

/** Drawn anew for each soldier, so that nothing written for one is sent for another. */
function OneSoldierScreen({ id }: { id?: string }) {
  return <OneSoldier key={id} />;
}

function NotFound() {
  const { say } = useSession();
  useTitle(`${say('desk.notFound')} – ${say('desk.title')}`);
  return <h1>{say('desk.notFound')}</h1>;
}

function Head() {
  const { say, user, language, setLanguage, signOut } = useSession();
  const { path } = useLocation();
  const doors = [
    { href: '/desk/requests', text: say('desk.requests'), roles: ['volunteer', 'coordinator', 'admin'] },
    { href: '/desk/soldiers', text: say('desk.soldiers'), roles: ['volunteer', 'coordinator', 'admin'] },
    { href: '/desk/imports', text: say('desk.imports'), roles: ['coordinator', 'partner', 'admin'] },
  ].filter((door) => user && door.roles.includes(user.role));
  return (
    <header class="head">
      <div class="wrap">
        <a class="mark" href={`/${language}/`} target="_self">
          Аманат
        </a>
        <nav aria-label={say('desk.sections')}>
          <ul class="doors">
            {doors.map((door) => (
              <li key={door.href}>
                <a href={door.href} aria-current={path.startsWith(door.href) ? 'page' : undefined}>
                  {door.text}
                </a>
              </li>
            ))}
            {user ? (
              <li>
                <KeyHelp />
              </li>
            ) : null}
          </ul>
        </nav>
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
          {user ? (
            <li>
              <button class="plain" type="button" onClick={() => void signOut()}>
                {user.displayName}: {say('desk.signOut')}
              </button>
            </li>
          ) : null}
        </ul>
      </div>
    </header>
  );
}
