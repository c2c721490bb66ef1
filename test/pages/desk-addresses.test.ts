import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { DESK_ADDRESSES } from '../../server/http/desk-addresses.ts';

describe('The addresses of the desk', () => {
  it('that the server answers with 200 are those that the desk has a screen for', async () => {
    const app = await readFile(join(import.meta.dirname, '../../client/desk/app.tsx'), 'utf8');
    const routed = [...app.matchAll(/<Route path="\/desk([^"]*)"/g)].map(([, path]) => path || '/');
    expect(routed.length).to.be.greaterThan(15);
    expect([...DESK_ADDRESSES]).to.have.members(routed);
  });
});
