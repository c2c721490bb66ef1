import { badValue, located } from './refusals.ts';

/** A translation under way: the text of the pattern, where it is, and what was made so far. */
type Translation = { pattern: string; at: number; out: string; multiline: boolean; dotAll: boolean; extended: boolean };

const END_OF_TEXT = '(?=\\n?$)';
const BLANK = ' \\t-\\r';
const POSIX: Readonly<Record<string, string>> = {
  alpha: 'a-zA-Z',
  digit: '0-9',
  alnum: 'a-zA-Z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: BLANK,
  blank: ' \\t',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: '0-9a-fA-F',
  word: '\\w',
};

/** Escapes that mean something else, or nothing, in JavaScript. */
const ESCAPES: Readonly<Record<string, string>> = {
  A: '^',
  z: '$',
  Z: END_OF_TEXT,
  a: '\\x07',
  e: '\\x1b',
  s: `[${BLANK}]`,
  S: `[^${BLANK}]`,
  h: '[ \\t\\xa0]',
  v: '[\\n-\\r]',
  R: '(?:\\r\\n|[\\n-\\r])',
};

/**
 * A regular expression of MongoDB (PCRE syntax, options i m s x) as one of JavaScript. What JavaScript cannot say is refused
 * (51091), never matched differently: line ends, `.`, `$` and `\s` are rewritten to PCRE's meaning.
 */
export function compileRegex(pattern: string, options: string): RegExp {
  if (pattern.includes('\0') || options.includes('\0'))
    throw badValue('Regular expression cannot contain an embedded null byte');
  const bad = /[^imsxu]/.exec(options);
  if (bad) throw located(51108, `invalid flag in regex options: ${bad[0]}`);
  const inline = /^\(\?([imsx]+)\)/.exec(pattern);
  const flags = options + (inline?.[1] ?? '');
  const source = translate(pattern.slice(inline?.[0].length ?? 0), flags);
  return build(source, flags.includes('i') ? 'i' : '');
}

/** Unicode mode when the pattern allows it: then `.` is one character also outside the basic plane. */
function build(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    return buildLenient(source, flags);
  }
}

/** Escaped letters that mean the same in PCRE and, outside Unicode mode, in JavaScript. */
const UNKNOWN_ESCAPE = /(?:^|[^\\])(?:\\\\)*\\([^\W\dbBdDwWnrtfxkc_]|u\{)/;

/** PCRE lets any punctuation be escaped; JavaScript does so only outside Unicode mode. */
function buildLenient(source: string, flags: string): RegExp {
  const unknown = UNKNOWN_ESCAPE.exec(source);
  if (unknown) throw located(51091, `Regular expression is invalid: unrecognized escape \\${unknown[1]}`);
  try {
    return new RegExp(source, flags);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw located(51091, `Regular expression is invalid: ${reason}`);
  }
}

function translate(pattern: string, flags: string): string {
  const state: Translation = {
    pattern,
    at: 0,
    out: '',
    multiline: flags.includes('m'),
    dotAll: flags.includes('s'),
    extended: flags.includes('x'),
  };
  while (state.at < pattern.length) state.out += nextPart(state);
  return state.out;
}

function nextPart(state: Translation): string {
  const char = state.pattern[state.at] as string;
  state.at += 1;
  if (char === '\\') return escapePart(state);
  if (char === '[') return classPart(state);
  if (char === '.') return state.dotAll ? '[\\s\\S]' : '[^\\n]';
  if (char === '^') return state.multiline ? '(?<![^\\n])' : '^';
  if (char === '$') return state.multiline ? '(?![^\\n])' : END_OF_TEXT;
  if (state.extended && /\s/.test(char)) return '';
  if (state.extended && char === '#') return skipComment(state);
  if (char === '(') return groupPart(state);
  return char;
}

function skipComment(state: Translation): string {
  const end = state.pattern.indexOf('\n', state.at);
  state.at = end < 0 ? state.pattern.length : end + 1;
  return '';
}

/** `(?P<name>` is `(?<name>`; options inside the pattern and PCRE's own groups cannot be said in JavaScript. */
function groupPart(state: Translation): string {
  const rest = state.pattern.slice(state.at);
  if (rest.startsWith('?P<')) {
    state.at += 2;
    return '(?';
  }
  if (rest.startsWith('?#')) {
    const end = state.pattern.indexOf(')', state.at);
    state.at = end < 0 ? state.pattern.length : end + 1;
    return '';
  }
  return '(';
}

function escapePart(state: Translation): string {
  const char = state.pattern[state.at] ?? '';
  state.at += 1;
  if (char === 'Q') return quotedPart(state);
  if (char === 'E') return '';
  if (char === 'x' && state.pattern[state.at] === '{') return '\\u';
  return ESCAPES[char] ?? `\\${char}`;
}

/** Everything between \Q and \E is meant as it stands. */
function quotedPart(state: Translation): string {
  const end = state.pattern.indexOf('\\E', state.at);
  const text = state.pattern.slice(state.at, end < 0 ? undefined : end);
  state.at += text.length + (end < 0 ? 0 : 2);
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** A class in brackets; a `]` that comes first is one of its characters. */
function classPart(state: Translation): string {
  let out = '[';
  if (state.pattern[state.at] === '^') out += takeOne(state);
  if (state.pattern[state.at] === ']') out += `\\${takeOne(state)}`;
  while (state.at < state.pattern.length) {
    const char = takeOne(state);
    if (char === ']') return `${out}]`;
    out += char === '[' ? bracketInClass(state) : char === '\\' ? escapeInClass(state) : char;
  }
  return out;
}

function takeOne(state: Translation): string {
  const char = state.pattern[state.at] ?? '';
  state.at += 1;
  return char;
}

function bracketInClass(state: Translation): string {
  const posix = /^:([a-z]+):\]/.exec(state.pattern.slice(state.at));
  const range = POSIX[posix?.[1] ?? ''];
  if (/^:\^?[a-z]+:\]/.test(state.pattern.slice(state.at)) && !range) {
    throw located(51091, 'Regular expression is invalid: unknown POSIX class name');
  }
  if (!posix || range === undefined) return '\\[';
  state.at += posix[0].length;
  return range;
}

function escapeInClass(state: Translation): string {
  const char = takeOne(state);
  if (char === 's') return BLANK;
  if (char === 'h') return ' \\t\\xa0';
  if (char === 'x' && state.pattern[state.at] === '{') return '\\u';
  return `\\${char}`;
}
