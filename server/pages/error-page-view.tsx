import { type Language, languages } from '../../client/messages/translate.ts';
import { type ErrorKind, ErrorPage } from '../../client/pages/error-page.tsx';
import { sayIn } from '../../client/parts/say.ts';
import type { Config } from '../config.ts';
import type { ErrorCode } from '../errors.ts';
import type { ErrorPageData, RenderErrorPage } from '../http/error-handler.ts';
import { renderPage } from './render-page.ts';

const kinds: Partial<Record<ErrorCode, ErrorKind>> = {
  not_found: 'notFound',
  gone: 'gone',
  bad_input: 'badInput',
  too_large: 'tooLarge',
  unsupported_type: 'badInput',
  search_down: 'searchDown',
  store_down: 'storeDown',
  too_many_requests: 'tooMany',
  not_signed_in: 'notAllowed',
  forbidden: 'notAllowed',
};

const inLanguage = (language: Language) => ({ language, say: sayIn(language) });

type ErrorPageConfig = Pick<Config, 'publicUrl' | 'helpPhone' | 'demo'>;

/** Whatever went wrong, said on a page like any other, in the language of the address. */
export function createErrorPage({ publicUrl, helpPhone, demo }: ErrorPageConfig): RenderErrorPage {
  return ({ code, language, path, q, sent, everyLanguage = false }: ErrorPageData) =>
    renderPage(
      <ErrorPage
        say={sayIn(language)}
        language={language}
        publicUrl={publicUrl}
        path={path.replace(/^\/(kk|ru|en)(?=\/|$)/, '') || '/'}
        kind={kinds[code] ?? 'error'}
        phone={helpPhone ?? null}
        example={demo ? 'site' : null}
        q={q}
        sent={sent}
        others={everyLanguage ? languages.filter((other) => other !== language).map(inLanguage) : []}
      />,
    );
}
