/**
 * The longest form without files that is read at all: several times what any field may hold, in the six bytes that a browser
 * needs for a Cyrillic letter. What is too long for its field is then told beside it, with everything that was written.
 */
export const FORM_LIMIT = '512kb';

/** A browser counts a line break as one sign and sends two: a text of just the allowed length would be too long. */
export const writtenText = (sent: string): string => sent.replaceAll('\r\n', '\n');
