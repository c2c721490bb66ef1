import { CallUs } from './phone-link.tsx';
import type { Say } from './say.ts';

export type NotKeptProps = {
  say: Say;
  title: string;
  /** That every word is still there, and what to do. */
  text: string;
  /** Whom one may call meanwhile; null where there is nobody. */
  phone: string | null;
};

/** Before a form that could not be kept because the store is down. */
export function NotKept({ say, title, text, phone }: NotKeptProps) {
  return (
    <div class="notice alert" role="alert">
      <h2>{title}</h2>
      <p>{text}</p>
      <CallUs say={say} phone={phone} />
    </div>
  );
}
