import type { Say } from './say.ts';

/** A number as it is dialled by a press of the thumb. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a class="phone" href={`tel:${phone.replace(/[^+\d]/g, '')}`}>
      {phone}
    </a>
  );
}

/** Whom one may call; nothing where there is nobody. */
export function CallUs({ say, phone }: { say: Say; phone: string | null }) {
  if (phone === null) return null;
  return (
    <p>
      {say('site.callUs')} <PhoneLink phone={phone} />
    </p>
  );
}
