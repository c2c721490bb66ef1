import { LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { languages } from '../messages/translate.ts';
import { Announcer } from './announcer.tsx';
import { FindingsScreen } from './findings/findings-screen.tsx';
import { useTitle } from './focus.ts';
import { HomeScreen } from './home/home-screen.tsx';
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

// What few people open, or open seldom, is loaded when it is opened.
const LoadScreen = lazy(async () => (await import('./home/load-screen.tsx')).LoadScreen);
const PhoneRequest = lazy(async () => (await import('./home/phone-request.tsx')).PhoneRequest);
const SitesScreen = lazy(async () => (await import('./sites/sites-screen.tsx')).SitesScreen);
const MemoriesScreen = lazy(async () => (await import('./memories/memories-screen.tsx')).MemoriesScreen);
const ReportsScreen = lazy(async () => (await import('./reports/reports-screen.tsx')).ReportsScreen);
const UsersScreen = lazy(async () => (await import('./admin/users-screen.tsx')).UsersScreen);
const PartnersScreen = lazy(async () => (await import('./admin/partners-screen.tsx')).PartnersScreen);
const AuditScreen = lazy(async () => (await import('./admin/audit-screen.tsx')).AuditScreen);
const PasswordPage = lazy(async () => (await import('./password-page.tsx')).PasswordPage);

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
  const { say } = useSession();
  return (
    <>
      <a class="skip" href="#content" target="_self">
        {say('desk.skip')}
      </a>
      <Head />
      <main id="content" class="wrap">
        <Inside />
      </main>
    </>
  );
}

function Inside() {
  const { user, unreachable } = useSession();
  const { path } = useLocation();
  // Whoever sets a first password cannot sign in yet.
  if (path.startsWith('/desk/password/')) return <PasswordLink />;
  if (unreachable) return <Trouble error={unreachable} />;
  if (user === undefined) return <Loading />;
  return user ? <Screens /> : <SignIn />;
}

/** In a router, which waits for what is loaded by itself. */
function PasswordLink() {
  return (
    <Router>
      <Route path="/desk/password/:code" component={PasswordPage} />
      <Route default component={NotFound} />
    </Router>
  );
}

function Screens() {
  return (
    <Router>
      <Route path="/desk" component={HomeScreen} />
      <Route path="/desk/load" component={LoadScreen} />
      <Route path="/desk/requests/new" component={PhoneRequest} />
      <Route path="/desk/memories" component={MemoriesScreen} />
      <Route path="/desk/reports" component={ReportsScreen} />
      <Route path="/desk/reports/:id" component={ReportsScreen} />
      <Route path="/desk/burial-sites" component={SitesScreen} />
      <Route path="/desk/admin/users" component={UsersScreen} />
      <Route path="/desk/admin/partners" component={PartnersScreen} />
      <Route path="/desk/admin/audit" component={AuditScreen} />
      <Route path="/desk/requests" component={RequestsScreen} />
      <Route path="/desk/requests/:id" component={RequestsScreen} />
      <Route path="/desk/soldiers" component={SoldiersScreen} />
      <Route path="/desk/soldiers/:id" component={OneSoldierScreen} />
      <Route path="/desk/findings" component={FindingsScreen} />
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

/** The home has all other addresses below it and is only itself. */
const isAt = (path: string, href: string): boolean => (href === '/desk' ? path === href : path.startsWith(href));

function Head() {
  const { say, user, language, setLanguage, signOut } = useSession();
  const { path } = useLocation();
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
                <a href={door.href} aria-current={isAt(path, door.under ?? door.href) ? 'page' : undefined}>
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
