import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { CONFIG_VARIABLES, loadConfig } from '../../server/config.ts';
import { AppError } from '../../server/errors.ts';
import { TEST_ENVIRONMENT } from '../site.ts';

function wrongnessOf(env: Record<string, string>): AppError {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('The configuration was accepted');
}

describe('The configuration', () => {
  it('names every wrong variable at once and repeats none of their values', () => {
    const error = wrongnessOf({
      PORT: 'eighty',
      JWT_SECRET: 'short-secret',
      CONTACT_KEY: 'bm90IGxvbmc=',
      MEILI_URL: 'ftp://find',
    });
    expect(error.code).to.equal('bad_configuration');
    expect(error.problems.map((problem) => problem.pointer)).to.have.members([
      'PORT',
      'JWT_SECRET',
      'CONTACT_KEY',
      'MEILI_URL',
    ]);
    for (const value of ['eighty', 'short-secret', 'bm90IGxvbmc=', 'ftp://find']) {
      expect(error.message).not.to.include(value);
      expect(JSON.stringify(error.problems)).not.to.include(value);
    }
  });

  it('has no default for a secret', () => {
    const pointers = wrongnessOf({}).problems.map((problem) => problem.pointer);
    expect(pointers).to.have.members(['JWT_SECRET', 'CONTACT_KEY']);
  });

  it('takes an empty variable as absent', () => {
    const config = loadConfig({ ...TEST_ENVIRONMENT, PORT: '', MONGODB_URI: '', MEILI_URL: '' });
    expect(config.port).to.equal(3000);
    expect(config.mongodbUri).to.equal(undefined);
    expect(config.meili).to.equal(undefined);
  });

  it('cannot be changed afterwards', () => {
    const config = loadConfig(TEST_ENVIRONMENT);
    expect(Object.isFrozen(config)).to.equal(true);
    expect(Object.isFrozen(config.limits)).to.equal(true);
  });

  it('promises the limits of an upload: 15 MB a file and 10 files', () => {
    const { limits } = loadConfig(TEST_ENVIRONMENT);
    expect(limits.fileBytes).to.equal(15 * 1024 * 1024);
    expect(limits.files).to.equal(10);
  });

  it('accepts an address of several MongoDB hosts', () => {
    const MONGODB_URI = 'mongodb://a:27017,b:27017/amanat?replicaSet=rs0';
    expect(loadConfig({ ...TEST_ENVIRONMENT, MONGODB_URI }).mongodbUri).to.equal(MONGODB_URI);
  });

  it('lets a command do without the secrets, but not with wrong ones', () => {
    const config = loadConfig({ DATA_DIR: '/tmp/x' }, 'command');
    expect(config.contactKey).to.equal(null);
    expect(config.jwtSecret).to.have.length.of.at.least(32);
    expect(() => loadConfig({ CONTACT_KEY: 'c2hvcnQ=' }, 'command')).to.throw('CONTACT_KEY');
  });

  it('is explained in .env.example, variable by variable', () => {
    const lines = readFileSync('.env.example', 'utf8').split('\n');
    const explained = lines.flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
    expect(explained).to.have.members([...CONFIG_VARIABLES]);
  });

  it('writes the public address without a slash at its end', () => {
    expect(loadConfig({ ...TEST_ENVIRONMENT, PUBLIC_URL: 'https://amanat.example/' }).publicUrl).to.equal(
      'https://amanat.example',
    );
  });
});
