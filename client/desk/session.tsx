import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks';
import { isLanguage, type Language } from '../messages/translate.ts';
import { ApiError, call, onSessionOver, setApiLanguage } from './api.ts';
import { type DeskSay, sayOnDesk } from './say-on-desk.ts';

export type User = {
  id: string;
  displayName: string;
  email: string;
  role: 'volunteer' | 'coordinator' | 'partner' | 'admin';
  partnerId?: string | null;
};

export type Session = {
  /** `undefined` while it is not known yet whether somebody is signed in. */
  user: User | null | undefined;
  language: Language;
  say: DeskSay;
  setLanguage: (language: Language) => void;
  signIn: (email: string, password: string) => Promise<void>;
  signOut: () => Promise<void>;
  /** The store or the network is down: neither signed in nor out. */
  unreachable: ApiError | null;
  /** The sign-in ran out while somebody worked. */
  ranOut: boolean;
};

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession stands outside SessionProvider');
  return session;
}

const LANGUAGE_KEY = 'amanat.desk.language';

function firstLanguage(): Language {
  const kept = localStorage.getItem(LANGUAGE_KEY);
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage);
  return speak(isLanguage(kept) ? kept : (known ?? 'ru'));
}

/** Before anything is drawn, because what is drawn asks the server at once. */
function speak(language: Language): Language {
  setApiLanguage(language);
  document.documentElement.lang = language;
  return language;
}

type Known = Pick<Session, 'user' | 'unreachable' | 'ranOut'>;

/** Who is signed in and in which language the desk speaks. */
export function SessionProvider({ children }: { children: ComponentChildren }) {
  const [known, setKnown] = useState<Known>({ user: undefined, unreachable: null, ranOut: false });
  const [language, setLanguageState] = useState<Language>(firstLanguage);

  useEffect(() => {
    const found = (next: Partial<Known>) => setKnown({ user: undefined, unreachable: null, ranOut: false, ...next });
    call<User>('/me').then(
      ({ data }) => found({ user: data }),
      (error: unknown) => {
        if (error instanceof ApiError && error.problem.status === 401) found({ user: null });
        else
          found({ unreachable: error instanceof ApiError ? error : new ApiError({ status: 0, title: String(error) }) });
      },
    );
  }, []);
  useEffect(() => {
    onSessionOver(() => setKnown((before) => (before.user ? { ...before, user: null, ranOut: true } : before)));
  }, []);

  const setLanguage = useCallback((next: Language) => {
    localStorage.setItem(LANGUAGE_KEY, next);
    setLanguageState(speak(next));
  }, []);
  const signIn = useCallback(async (email: string, password: string) => {
    const { data } = await call<{ user: User }>('/session', { method: 'POST', body: { email, password } });
    setKnown({ user: data.user, unreachable: null, ranOut: false });
  }, []);
  const signOut = useCallback(async () => {
    await call('/session', { method: 'DELETE' });
    setKnown({ user: null, unreachable: null, ranOut: false });
  }, []);

  const say = useMemo(() => sayOnDesk(language), [language]);
  const session = { ...known, language, say, setLanguage, signIn, signOut };
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}
