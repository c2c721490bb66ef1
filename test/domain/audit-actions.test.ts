import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { auditActionMessages, auditSubjectMessages } from '../../client/messages/audit.ts';
import { AUDIT_ACTIONS, AUDIT_SUBJECTS } from '../../server/domain/audit-actions.ts';

const server = join(import.meta.dirname, '../../server');

/** The code of the services and of whoever else records: the list itself and the rights use the same names. */
async function readServices(): Promise<string> {
  const names = (await readdir(server, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const files = await Promise.all(
    names.map(async (name) => ({ name, code: await readFile(join(server, name), 'utf8') })),
  );
  const records = files.filter(
    ({ name, code }) => /(-service|-submission)\.ts$/.test(name) || code.includes('audit.record('),
  );
  return records.map(({ code }) => code).join('\n');
}

/** Names that are put together where they are recorded: `request.${kind}`, `import.${step}`. */
const PUT_TOGETHER = /^request\.(note|message|search|close|reopen)$|^import\.(check|apply|undo)$/;

describe('What the audit records', () => {
  it('has a word in three languages for every action and everything it is about', () => {
    const said = (table: object, prefix: string) => Object.keys(table).map((key) => key.slice(prefix.length));
    expect(said(auditActionMessages, 'audited.')).to.have.members([...AUDIT_ACTIONS]);
    expect(said(auditSubjectMessages, 'auditedOn.')).to.have.members([...AUDIT_SUBJECTS]);
  });

  it('names no action in its list that no service records', async () => {
    const code = await readServices();
    const dead = AUDIT_ACTIONS.filter((action) => !code.includes(`'${action}'`) && !PUT_TOGETHER.test(action));
    expect(dead).to.deep.equal([]);
    for (const put of ['request.', 'import.']) expect(code).to.include(`\`${put}\${`);
  });

  it('is recorded under no name that is not in the list', async () => {
    const code = await readServices();
    const recorded = [...code.matchAll(/audit\s*\.record\(\s*[^,]+(?:,[^,']*\})?,\s*'([a-z_.]+)'/g)].map(
      ([, name]) => name,
    );
    expect(recorded.length).to.be.greaterThan(25);
    expect(recorded.filter((name) => !AUDIT_ACTIONS.some((action) => action === name))).to.deep.equal([]);
  });
});
