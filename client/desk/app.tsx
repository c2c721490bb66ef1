import { LocationProvider, lazy, Route, Router, useLocation } from 'preact-iso';
import { Announcer } from './announcer.tsx';
import { FindingsScreen } from './findings/findings-screen.tsx';
import { useTitle } from './focus.ts';
import { Head } from './head.tsx';
import { HomeScreen } from './home/home-screen.tsx';
import { ImportsScreen } from './imports/imports-screen.tsx';
import { NewImport } from './imports/new-import.tsx';
import { OneImport } from './imports/one-import.tsx';
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
  return (
    <>
      <h1>{say('desk.notFound')}</h1>
      <p>
        <a class="row" href="/desk">
          {say('desk.home')}
        </a>
      </p>
    </>
  );
}
