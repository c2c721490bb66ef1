type Scan = { id: string; kind: 'picture' | 'pdf'; name: string | null };

/** A scan of a partner's paper, small, by the name of its file. */
export function ScanLink({ scan: { id, kind, name } }: { scan: Scan }) {
  return (
    <a href={`/api/files/${id}`} target="_blank" rel="noopener">
      {kind === 'picture' ? <img src={`/api/files/${id}?size=small`} alt="" loading="lazy" /> : null}
      {name ?? id}
    </a>
  );
}
