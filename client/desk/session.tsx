import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { isLanguage, type Language } from '../messages/translate.ts';
import { ApiError, call, setApiLanguage } from './api.ts';
import { type DeskSay, sayOnDesk } from './say-on-desk.ts';

export type User = {
  id: string;
  name: string;
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
};

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession stands outside SessionProvider');
  return session;
}

const LANGUAGE_KEY = 'amanat.desk.language';

function firstLanguage(): Language {
  const kept = localStorage.getItem(LANGUAGE_KEY);
  if (isLanguage(kept)) return kept;
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage);
  return known ?? 'ru';
}

/** Who is signed in and in which language the desk speaks. */
export function SessionProvider({ children }: { children: ComponentChildren }) {
  const [user, setUser] = useState<User | null | undefined>(undefined);
  const [unreachable, setUnreachable] = useState<ApiError | null>(null);
  const [language, setLanguageState] = useState<Language>(firstLanguage);

  useEffect(() => {
    setApiLanguage(language);
    document.documentElement.lang = language;
  }, [language]);

  useEffect(() => {
    call<User>('/me').then(
      ({ data }) => setUser(data),
      (error: unknown) => {
        if (error instanceof ApiError && error.problem.status === 401) setUser(null);
        else setUnreachable(error instanceof ApiError ? error : new ApiError({ status: 0, title: String(error) }));
      },
    );
  }, []);

  const setLanguage = useCallback((next: Language) => {
    localStorage.setItem(LANGUAGE_KEY, next);
    setLanguageState(next);
  }, []);
  const signIn = useCallback(async (email: string, password: string) => {
    const { data } = await call<{ user: User }>('/session', { method: 'POST', body: { email, password } });
    setUser(data.user);
  }, []);
  const signOut = useCallback(async () => {
    await call('/session', { method: 'DELETE' });
    setUser(null);
  }, []);

  const session = { user, language, say: sayOnDesk(language), setLanguage, signIn, signOut, unreachable };
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>;
}
