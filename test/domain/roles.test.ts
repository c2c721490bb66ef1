import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Action, type Actor, isRole, may, RIGHTS, ROLES } from '../../server/domain/roles.ts';

const volunteer: Actor = { id: 'v1', role: 'volunteer' };
const coordinator: Actor = { id: 'c1', role: 'coordinator' };
const admin: Actor = { id: 'a1', role: 'admin' };
const partner: Actor = { id: 'p1', role: 'partner', partnerId: 'EXAMPLE' };
const relative: Actor = { id: 'code', role: 'relative', requestId: 'r1' };

describe('rights', () => {
  it('gives a visitor without an account nothing of the table', () => {
    for (const action of Object.keys(RIGHTS) as Action[]) expect(may(null, action), action).to.equal(false);
  });

  it('lets a volunteer work on requests, but not merge people or manage accounts', () => {
    expect(may(volunteer, 'request.claim')).to.equal(true);
    expect(may(volunteer, 'decision.make')).to.equal(true);
    expect(may(volunteer, 'person.merge')).to.equal(false);
    expect(may(volunteer, 'user.manage')).to.equal(false);
    expect(may(volunteer, 'import.read', { partnerId: 'EXAMPLE' })).to.equal(false);
  });

  it('lets nobody confirm a decision of their own, not even an admin', () => {
    expect(may(volunteer, 'decision.confirm', { decidedBy: 'v2' })).to.equal(true);
    expect(may(volunteer, 'decision.confirm', { decidedBy: 'v1' })).to.equal(false);
    expect(may(admin, 'decision.confirm', { decidedBy: 'a1' })).to.equal(false);
    expect(may(volunteer, 'decision.confirm')).to.equal(false);
  });

  it('shows a partner its own lists and nobody else’s', () => {
    expect(may(partner, 'import.read', { partnerId: 'EXAMPLE' })).to.equal(true);
    expect(may(partner, 'import.undo', { partnerId: 'OTHER' })).to.equal(false);
    expect(may(partner, 'import.read')).to.equal(false);
    expect(may({ id: 'p2', role: 'partner' }, 'import.read', {})).to.equal(false);
  });

  it('keeps requests and contacts away from partners', () => {
    expect(may(partner, 'request.read')).to.equal(false);
    expect(may(partner, 'request.read_contact')).to.equal(false);
    expect(may(partner, 'report.read')).to.equal(false);
  });

  it('shows the contact of a family to whoever works on its request and to those who lead, not to every volunteer', () => {
    expect(may(volunteer, 'request.read_contact', { holder: 'v1' })).to.equal(true);
    expect(may(volunteer, 'request.read_contact', { holder: 'v2' })).to.equal(false);
    expect(may(volunteer, 'request.read_contact', { holder: null })).to.equal(false);
    expect(may(coordinator, 'request.read_contact', { holder: 'v1' })).to.equal(true);
  });

  it('opens to a relative her own request only', () => {
    expect(may(relative, 'request.read_files', { requestId: 'r1' })).to.equal(true);
    expect(may(relative, 'request.read_files', { requestId: 'r2' })).to.equal(false);
    expect(may(relative, 'person.read_sensitive', { requestId: 'r1' })).to.equal(true);
    expect(may(relative, 'request.read')).to.equal(false);
  });

  it('leaves accounts, keys and the audit to the admin', () => {
    for (const action of ['user.manage', 'api_key.manage', 'audit.read', 'partner.edit'] as const) {
      expect(may(admin, action), action).to.equal(true);
      expect(may(coordinator, action), action).to.equal(false);
    }
  });

  it('shows painful fates to the desk and to kin, not to partners', () => {
    expect(may(volunteer, 'person.read_sensitive')).to.equal(true);
    expect(may(partner, 'person.read_sensitive')).to.equal(false);
  });

  it('has no right that nothing asks for: each is checked somewhere in the server', () => {
    const folder = join(import.meta.dirname, '../../server');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
    const sources = files
      .filter((file) => !file.endsWith('roles.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8'));
    const idle = Object.keys(RIGHTS).filter((action) => !sources.some((source) => source.includes(`'${action}'`)));
    expect(idle).to.deep.equal([]);
  });

  it('names only roles that exist', () => {
    for (const roles of Object.values(RIGHTS)) for (const role of roles) expect(ROLES).to.include(role);
    expect(isRole('volunteer')).to.equal(true);
    expect(isRole('root')).to.equal(false);
  });
});
