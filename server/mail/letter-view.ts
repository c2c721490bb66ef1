import { mailMessages } from '../../client/messages/mail.ts';
import { type Language, translator } from '../../client/messages/translate.ts';
import type { RequestStatus } from '../domain/request-states.ts';

export type LetterText = { subject: string; text: string };

/** What is new of one request. Neither the soldier nor his fate is named: a mailbox is read by others too. */
export type RequestNews = {
  number: number;
  /** The state it is in now, when that changed. */
  status: RequestStatus | null;
  secondLook: boolean;
  messages: number;
  /** One of the messages asks something. */
  question: boolean;
  code: string;
};

type Confirmation = { number: number; url: string; language: Language };

/** Asks whoever reads this mailbox whether she wants to hear of a request. */
export function confirmLetter({ number, url, language }: Confirmation): LetterText {
  const say = translator(mailMessages, language);
  const values = { number: String(number) };
  return {
    subject: say('mail.confirm.subject', values),
    text: paragraphs(say('mail.confirm.why', values), say('mail.confirm.how'), url, say('mail.confirm.not')),
  };
}

type Digest = { news: readonly RequestNews[]; language: Language; publicUrl: string; stopUrl: string };

/** The letter of a day: what is new, where to read it, and how to end the letters. */
export function digestLetter({ news, language, publicUrl, stopUrl }: Digest): LetterText {
  const say = translator(mailMessages, language);
  const parts = news.map((one) => {
    const url = `${publicUrl}/${language}/requests/${one.code}`;
    return [say('mail.digest.request', { number: String(one.number) }), ...linesOf(one, language), url].join('\n');
  });
  return {
    subject: say('mail.digest.subject', { count: news.length }),
    text: paragraphs(
      say('mail.digest.greeting'),
      ...parts,
      say('mail.digest.why'),
      `${say('mail.digest.stop')}\n${stopUrl}`,
    ),
  };
}

function linesOf({ status, secondLook, messages, question }: RequestNews, language: Language): string[] {
  const say = translator(mailMessages, language);
  const lines: string[] = [];
  if (status !== null && status !== 'waiting_for_family') {
    lines.push(say(status === 'checking_document' && secondLook ? 'mail.news.second_look' : `mail.news.${status}`));
  }
  if (question) lines.push(say('mail.news.question'));
  else if (messages > 0) lines.push(say('mail.news.message'));
  // Moved without a word that a letter could say better than the page itself.
  return lines.length > 0 ? lines : [say('mail.news.changed')];
}

function paragraphs(...parts: string[]): string {
  return `${parts.join('\n\n')}\n`;
}
