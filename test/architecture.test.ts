import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, posix, relative } from 'node:path';
import { expect } from 'chai';
import ts from 'typescript';

/**
 * What a file's name says of what it may import. Deny by default: a file that no line allows a package may not use it.
 * Imports of types count too, for they tie just as well.
 */

type Module = { file: string; packages: string[]; files: string[] };

const ROOT = join(import.meta.dirname ?? __dirname, '..');
/** Fewer than this means that the files were not found, and then nothing was checked. */
const FEWEST_MODULES = 300;

function sourcesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

function read(file: string): Module {
  const imported = ts.preProcessFile(readFileSync(join(ROOT, file), 'utf8'), true, true).importedFiles;
  const names = imported.map(({ fileName }) => fileName);
  const inside = names.filter((name) => name.startsWith('.'));
  const outside = names.filter((name) => !name.startsWith('.'));
  return {
    file,
    packages: outside.map((name) => (isBuiltin(name) ? 'node' : packageOf(name))),
    files: inside.map((name) => posix.join(dirname(file), name)),
  };
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

const modules = ['server', 'client', 'seed'].flatMap(sourcesIn).map(read);

type Rule = { files: RegExp; packages: readonly string[] | 'any' };

/** The first line that fits a file holds. */
const RULES: readonly Rule[] = [
  { files: /^server\/(main|serve)\.ts$|^server\/commands\//, packages: 'any' },
  { files: /^server\/domain\//, packages: [] },
  { files: /-(service|view)\.tsx?$/, packages: [] },
  {
    files: /^server\/imports\/read\//,
    packages: ['csv-parse', 'file-type', 'iconv-lite', 'saxes', 'yauzl', 'node'],
  },
  { files: /^server\/search\/meilisearch\//, packages: ['meilisearch', 'node'] },
  { files: /^server\/store\/embedded\//, packages: ['libsql', 'mingo', 'bson', 'node'] },
  { files: /^server\/store\/|-store\.ts$/, packages: ['mongoose', 'node'] },
  { files: /-routes\.tsx?$|^server\/http\/|^server\/app\.ts$/, packages: ['express', 'node'] },
  { files: /-schemas\.ts$|^server\/config\.ts$/, packages: ['zod', 'node'] },
  { files: /^client\//, packages: ['preact', 'preact-iso'] },
  { files: /^server\/|^seed\//, packages: ['node'] },
];

/** Files that exist to be the one place where a library is used. */
const ONE_PLACE: Readonly<Record<string, readonly string[]>> = {
  'server/app.ts': ['compression', 'helmet'],
  'server/backup/document-lines.ts': ['mongoose'],
  'server/backup/manifest.ts': ['zod'],
  'server/backup/read-backup.ts': ['mongoose', 'tar-stream'],
  'server/backup/write-backup.ts': ['mongoose', 'tar-stream'],
  'server/compose.ts': ['express'],
  'server/domain/names/written-sounds.ts': ['any-ascii'],
  'server/files/file-kind.ts': ['file-type'],
  'server/files/picture.ts': ['sharp'],
  'server/files/receive-files.ts': ['express', 'multer'],
  'server/files/upload-storage.ts': ['multer'],
  'server/http/openapi.ts': ['swagger-ui-express', 'zod', 'zod-openapi'],
  'server/http/parse.ts': ['zod'],
  'server/http/rate-limit.ts': ['express-rate-limit'],
  'server/tables/table-file.ts': ['csv-stringify', 'yazl'],
  'server/log.ts': ['pino'],
  'server/mail/mail-transport.ts': ['nodemailer'],
  'server/pages/coast-map.ts': ['d3-geo', 'topojson-client'],
  'server/pages/memory-sheet.ts': ['pdfkit', 'uqr'],
  'server/pages/render-page.ts': ['preact', 'preact-render-to-string'],
  'server/pages/share-picture.ts': ['sharp'],
  'server/pages/site-icon.ts': ['sharp'],
  'server/pages/typeface.ts': ['fontkit'],
  'server/site/pages.ts': ['express'],
  'server/site/readiness.ts': ['mongoose'],
  'server/site/stores.ts': ['mongoose'],
  'server/users/access-token.ts': ['jsonwebtoken'],
  'server/users/password-hash.ts': ['@node-rs/argon2'],
};

function foreignPackages({ file, packages }: Module): string[] {
  const rule = RULES.find((candidate) => candidate.files.test(file));
  if (rule?.packages === 'any') return [];
  const allowed = [...(rule?.packages ?? []), ...(ONE_PLACE[file] ?? [])];
  return packages.filter((name) => !allowed.includes(name)).map((name) => `${file} imports ${name}`);
}

type Direction = { from: RegExp; never: RegExp; because: string };

/** Arrows never point back. */
const DIRECTIONS: readonly Direction[] = [
  {
    from: /^server\/domain\//,
    never: /^(?!server\/domain\/|server\/errors\.ts$)/,
    because: 'the rules of the field know nothing of the site around them',
  },
  {
    from: /-store\.ts$/,
    never: /-(service|routes|view|schemas)\.tsx?$|^server\/(http|site|pages)\/|^client\//,
    because: 'a store is asked, it asks nobody',
  },
  {
    from: /^server\/(?!pages\/).*-(service|view)\.ts$/,
    never: /-routes\.tsx?$|^server\/(site|pages|commands)\/|^server\/(app|compose)\.ts$/,
    because: 'a service does not know which door its caller came through',
  },
  {
    from: /^server\/http\//,
    never: /-(service|store|routes|view)\.tsx?$|^server\/(site|pages)\//,
    because: 'what every route uses knows no feature',
  },
  {
    from: /^(?!server\/(site\/|compose\.ts$))/,
    never: /^server\/site\//,
    because: 'only the composition knows how the site is put together',
  },
  {
    from: /^server\/(?!commands\/|main\.ts$|serve\.ts$)/,
    never: /^server\/(compose|main|serve)\.ts$|^server\/commands\//,
    because: 'the composition is the top, nothing hangs above it',
  },
  {
    from: /^server\/(imports|tables)\//,
    never: /^server\/exports\//,
    because: 'exports are made of what imports brought in, not the other way round',
  },
  {
    from: /^client\/(?!pages\/|parts\/)/,
    never: /^server\/(?!domain\/)/,
    because: 'the desk talks to the site through the API only and shares nothing with it but the words of the field',
  },
];

function wrongDirections({ file, files }: Module): string[] {
  return DIRECTIONS.filter(({ from }) => from.test(file)).flatMap(({ never, because }) =>
    files.filter((imported) => never.test(imported)).map((imported) => `${file} imports ${imported}: ${because}`),
  );
}

/** `server/triage/decision-service.ts` belongs to `server/triage`. */
const featureOf = (file: string) => dirname(file);

/** Features that are halves of one thing: what families ask and what the desk does with it; the men and how they are found. */
const ONE_HOUSE = [
  new Set(['server/requests', 'server/triage']),
  new Set(['server/soldiers', 'server/search', 'server/burial-sites', 'server/divisions', 'server/hospitals']),
];

function foreignStores({ file, files }: Module): string[] {
  if (!/-service\.ts$/.test(file)) return [];
  const own = featureOf(file);
  const together = (other: string) => ONE_HOUSE.some((house) => house.has(own) && house.has(other));
  return files
    .filter((imported) => /-store\.ts$/.test(imported) && featureOf(imported) !== own && !together(featureOf(imported)))
    .map((imported) => `${file} imports ${imported}`);
}

describe('The architecture', () => {
  it('was looked at as a whole', () => {
    expect(modules.length).to.be.greaterThan(FEWEST_MODULES);
    expect(modules.filter(({ packages, files }) => packages.length + files.length > 0).length).to.be.greaterThan(
      FEWEST_MODULES / 2,
    );
  });

  it('lets a file use only the packages its name promises', () => {
    expect(modules.flatMap(foreignPackages)).to.deep.equal([]);
  });

  it('has no exception that is no longer needed', () => {
    const idle = Object.entries(ONE_PLACE).flatMap(([file, packages]) => {
      const used = modules.find((module) => module.file === file)?.packages ?? [];
      return packages.filter((name) => !used.includes(name)).map((name) => `${file} no longer imports ${name}`);
    });
    expect(idle).to.deep.equal([]);
  });

  it('has arrows that never point back', () => {
    expect(modules.flatMap(wrongDirections)).to.deep.equal([]);
  });

  it('lets no service reach into the store of another feature', () => {
    expect(modules.flatMap(foreignStores)).to.deep.equal([]);
  });

  it('uses only packages that package.json names, and in production none for development', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const desk = ['preact', 'preact-iso'];
    const used = new Set(modules.flatMap(({ packages }) => packages).filter((name) => name !== 'node'));
    const unnamed = [...used].filter((name) => !Object.hasOwn(dependencies, name) && !desk.includes(name));
    expect(
      unnamed.map((name) => `${name}${Object.hasOwn(devDependencies, name) ? ' is for development' : ''}`),
    ).to.deep.equal([]);
  });

  it('reads the environment in one place', () => {
    const readers = modules
      .filter(({ file }) => file !== 'server/config.ts' && !file.startsWith('server/commands/'))
      .filter(({ file }) => readFileSync(join(ROOT, file), 'utf8').includes('process.env'));
    expect(readers.map(({ file }) => file)).to.deep.equal([]);
  });
});
