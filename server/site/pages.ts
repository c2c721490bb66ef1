import { Router } from 'express';
import { problemMessages } from '../../client/messages/problems.ts';
import { requestFormMessages } from '../../client/messages/request-form.ts';
import { requestProblemMessages } from '../../client/messages/request-problems.ts';
import type { MessageTable } from '../../client/messages/translate.ts';
import type { RenderErrorPage } from '../http/error-handler.ts';

/** Texts that an error of the API may name. A feature whose messages stand in a table of their own adds it here. */
export const PROBLEM_TABLES: readonly MessageTable[] = [problemMessages, requestFormMessages, requestProblemMessages];

/** The public pages at the root of the site. */
export function createPages(): Router {
  return Router();
}

/** For the time before the pages can draw one: no markup of the text can get through. */
export const renderErrorPage: RenderErrorPage = ({ language, title, detail, requestId }) => {
  const text = (value: string) => value.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${text(title)}</title></head>
<body><h1>${text(title)}</h1><p>${text(detail)}</p><p>${text(requestId)}</p><p><a href="/${language}/">Amanat</a></p></body>
</html>
`;
};
