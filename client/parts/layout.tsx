import type { ComponentChildren } from 'preact';
import { type Language, languages } from '../messages/translate.ts';
import type { Say } from './say.ts';

/** Which of the three doors the reader stands in; null on every other page. */
export type Door = 'search' | 'burial-sites' | 'request' | null;

export type Messenger = { type?: 'website' | 'profile'; title: string; text: string; picture?: string };

export type LayoutProps = {
  say: Say;
  language: Language;
  title: string;
  /** The address of this page without the language: the switch keeps the page. */
  path: string;
  door: Door;
  /** Set when what the page shows is invented; said under the head of the page. */
  example?: 'site' | 'person' | null;
  /** False for pages that only one family may know, and for errors. */
  indexed: boolean;
  /** Address of the site itself, for links that leave it (canonical, hreflang, messengers). */
  publicUrl: string;
  /** How a link to the page looks in a messenger; without it the title and what the site is for. */
  messenger?: Messenger;
  /** A script of `client/extras` that adds comfort; the page does the same without it. */
  extra?: 'suggestions' | 'request-draft' | undefined;
  head?: ComponentChildren;
  children: ComponentChildren;
};

const languageNames: Record<Language, [short: string, rest: string]> = {
  kk: ['Қаз', 'ақша'],
  ru: ['Рус', 'ский'],
  en: ['Eng', 'lish'],
};

/** One page: head with three doors, the content, foot. No script is needed and nothing comes from another host. */
export function Layout(props: LayoutProps) {
  const { say, language, title, children } = props;
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} – ${say('site.name')}`}</title>
        <link rel="stylesheet" href="/assets/site.css" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        {props.indexed ? <Alternates {...props} /> : <meta name="robots" content="noindex" />}
        <ForMessengers {...props} />
        {props.extra ? <script defer src={`/assets/${props.extra}.js`} /> : null}
        {props.head}
      </head>
      <body>
        <a class="skip" href="#content">
          {say('site.skip')}
        </a>
        <Head {...props} />
        {props.example ? (
          <aside class="example" aria-label={say('site.example')}>
            <p class="wrap">{say(props.example === 'person' ? 'site.examplePerson' : 'site.exampleNotice')}</p>
          </aside>
        ) : null}
        <main id="content" class="wrap">
          {children}
        </main>
        <Foot say={say} language={language} />
      </body>
    </html>
  );
}

function Alternates({ publicUrl, path, language }: LayoutProps) {
  return (
    <>
      <link rel="canonical" href={`${publicUrl}/${language}${path}`} />
      {languages.map((other) => (
        <link key={other} rel="alternate" hreflang={other} href={`${publicUrl}/${other}${path}`} />
      ))}
      <link rel="alternate" hreflang="x-default" href={`${publicUrl}/kk${path}`} />
    </>
  );
}

const LOCALES: Record<Language, string> = { kk: 'kk_KZ', ru: 'ru_KZ', en: 'en_GB' };

/** The picture is drawn by this site; its size is told so that a messenger leaves room for it at once. */
function ForMessengers({ say, publicUrl, path, language, title, messenger }: LayoutProps) {
  const { type = 'website', title: shown, text, picture } = messenger ?? { title, text: say('site.purpose') };
  return (
    <>
      <meta name="description" content={messenger ? `${shown}. ${text}` : text} />
      <meta property="og:type" content={type} />
      <meta property="og:site_name" content={say('site.name')} />
      <meta property="og:title" content={shown} />
      <meta property="og:description" content={text} />
      <meta property="og:url" content={`${publicUrl}/${language}${path}`} />
      <meta property="og:locale" content={LOCALES[language]} />
      <meta property="og:image" content={`${publicUrl}${picture ?? `/${language}/picture.png`}`} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

function Head({ say, language, path, door }: LayoutProps) {
  const doors = [
    { id: 'search', href: `/${language}/`, text: say('site.search') },
    { id: 'burial-sites', href: `/${language}/burial-sites`, text: say('site.burialSites') },
    { id: 'request', href: `/${language}/requests/new`, text: say('site.newRequest') },
  ];
  return (
    <header class="head">
      <div class="wrap">
        <a class="mark" href={`/${language}/`}>
          {say('site.name')}
        </a>
        <nav aria-label={say('site.doors')}>
          <ul class="doors">
            {doors.map(({ id, href, text }) => (
              <li key={id}>
                <a href={href} aria-current={door === id ? 'page' : undefined}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-label={say('site.language')}>
          <ul class="langs">
            {languages.map((other) => (
              <li key={other}>
                <a
                  href={`/${other}${path}`}
                  lang={other}
                  hreflang={other}
                  aria-current={other === language ? 'true' : undefined}
                >
                  {languageNames[other][0]}
                  <span class="long">{languageNames[other][1]}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}

function Foot({ say, language }: { say: Say; language: Language }) {
  const links = [
    { href: `/${language}/divisions`, text: say('site.divisions') },
    { href: `/${language}/hospitals`, text: say('site.hospitals') },
    { href: `/${language}/seeking-relatives`, text: say('seeking.title') },
    { href: `/${language}/statistics`, text: say('site.statistics') },
    { href: `/${language}/words`, text: say('explained.title') },
    { href: `/${language}/about`, text: say('site.about') },
    { href: '/desk', text: say('site.desk') },
  ];
  return (
    <footer class="foot">
      <div class="wrap">
        <nav aria-label={say('site.more')}>
          <ul>
            {links.map(({ href, text }) => (
              <li key={href}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p class="small soft">{say('site.purpose')}</p>
      </div>
    </footer>
  );
}
