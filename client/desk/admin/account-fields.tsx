import { useState } from 'preact/hooks';
import { deskPeopleMessages } from '../../messages/desk-people.ts';
import { useSession } from '../session.tsx';
import { timeText } from '../time-text.ts';
import { useWords } from '../use-words.ts';
import { type Partner, type PasswordLink, ROLES, type Role } from './shapes.ts';

type RoleFieldsProps = { id: string; first: Role; partnerId: string | null; partners: Partner[] };

/** The role, and for a partner's account its organisation: nobody else's account has one. */
export function RoleFields({ id, first, partnerId, partners }: RoleFieldsProps) {
  const words = useWords(deskPeopleMessages);
  const [role, setRole] = useState(first);
  return (
    <>
      <div class="field">
        <label for={`role-${id}`}>{words('people.role')}</label>
        <select
          id={`role-${id}`}
          name="role"
          value={role}
          onChange={(event) => setRole(ROLES.find((one) => one === event.currentTarget.value) ?? first)}
        >
          {ROLES.map((one) => (
            <option key={one} value={one}>
              {words(`role.${one}`)}
            </option>
          ))}
        </select>
      </div>
      {role === 'partner' ? (
        <div class="field">
          <label for={`partner-${id}`}>{words('people.organisation')}</label>
          <select id={`partner-${id}`} name="partnerId" defaultValue={partnerId ?? ''} required>
            {partners.map((partner) => (
              <option key={partner.id} value={partner.id}>
                {partner.name}
              </option>
            ))}
          </select>
        </div>
      ) : null}
    </>
  );
}

/** What the fields of a form say of the rights. A role without an organisation clears it. */
export function rightsOf(fields: FormData): { role: string; partnerId: string | null } {
  const role = String(fields.get('role'));
  return { role, partnerId: role === 'partner' ? String(fields.get('partnerId') ?? '') || null : null };
}

/** A link is shown once, to be handed over by the administrator. */
export function LinkReady({ name, link }: { name: string; link: PasswordLink }) {
  const { language } = useSession();
  const words = useWords(deskPeopleMessages);
  return (
    <div class="notice" role="status">
      <p>{words('people.linkReady', { name, when: timeText(link.until, language) })}</p>
      <p class="code">{link.url}</p>
    </div>
  );
}
