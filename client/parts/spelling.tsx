/** A run of letters of a written name; `marked` when a clerk wrote it otherwise than the form it is compared with. */
export type Run = { text: string; marked: boolean };

export type SpellingProps = {
  runs: Run[];
  /** BCP 47 code of the spelling, so that a screen reader says it rightly: `kk`, `ru`, `de`, `kk-Latn`. */
  lang: string;
};

/** The letter mark. A screen reader gets the plain word; the eye gets the letters that differ underlined. */
export function Spelling({ runs, lang }: SpellingProps) {
  const plain = runs.map((run) => run.text).join('');
  if (!runs.some((run) => run.marked)) {
    return (
      <span class="spelling" lang={lang}>
        {plain}
      </span>
    );
  }
  return (
    <span class="spelling" lang={lang}>
      <span class="hidden">{plain}</span>
      <span aria-hidden="true">
        {runs.map((run, index) =>
          run.marked ? <mark key={index}>{run.text}</mark> : <span key={index}>{run.text}</span>,
        )}
      </span>
    </span>
  );
}
