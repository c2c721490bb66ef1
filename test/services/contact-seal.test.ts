import { expect } from 'chai';
import { createContactSeal } from '../../server/contacts/contact-seal.ts';
import { secureRandom } from '../../server/ids.ts';

const KEY = new Uint8Array(32).fill(7);
const TEXT = '{"name":"Айгүл","phone":"+7 701 000 00 00"}';

describe('Sealed contact data', () => {
  const seal = createContactSeal(KEY, secureRandom);

  it('opens again under the same key and record', () => {
    expect(seal.open('request:1', seal.seal('request:1', TEXT))).to.equal(TEXT);
  });

  it('holds nothing of the text', () => {
    const stored = JSON.stringify(seal.seal('request:1', TEXT));
    expect(stored).not.to.include('701');
    expect(Buffer.from(JSON.parse(stored).text, 'base64').toString('utf8')).not.to.include('Айгүл');
  });

  it('differs each time, so that equal contacts cannot be recognised', () => {
    expect(seal.seal('request:1', TEXT).text).not.to.equal(seal.seal('request:1', TEXT).text);
  });

  it('cannot be opened in the place of another record', () => {
    const sealed = seal.seal('request:1', TEXT);
    expect(() => seal.open('request:2', sealed)).to.throw('cannot be opened');
  });

  it('is refused when one byte was changed', () => {
    const sealed = seal.seal('request:1', TEXT);
    const bytes = Buffer.from(sealed.text, 'base64');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    expect(() => seal.open('request:1', { ...sealed, text: bytes.toString('base64') })).to.throw('cannot be opened');
  });

  it('says which key it needs when the key is another one', () => {
    const other = createContactSeal(new Uint8Array(32).fill(8), secureRandom);
    const sealed = seal.seal('request:1', TEXT);
    expect(() => other.open('request:1', sealed)).to.throw(sealed.keyId);
  });
});
