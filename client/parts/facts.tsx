export type SourceLink = { label: string; href: string };

/** One fact. Sources that differ are all shown, each value with the documents it rests on. */
export type Fact = { term: string; values: { text: string; sources: SourceLink[] }[] };

/** A fact of one value and no source of its own. */
export function plainFact(term: string, text: string | null | undefined): Fact[] {
  return text ? [{ term, values: [{ text, sources: [] }] }] : [];
}

export function Facts({ facts }: { facts: Fact[] }) {
  return (
    <dl class="facts">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          {fact.values.map((value) => (
            <FactValue key={value.text} value={value} />
          ))}
        </div>
      ))}
    </dl>
  );
}

function FactValue({ value }: { value: Fact['values'][number] }) {
  return (
    <>
      <dd>{value.text}</dd>
      {value.sources.length > 0 ? (
        <dd class="source">
          {value.sources.map((source) => (
            <a key={source.href + source.label} href={source.href}>
              {source.label}
            </a>
          ))}
        </dd>
      ) : null}
    </>
  );
}
