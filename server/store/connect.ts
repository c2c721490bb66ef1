import { resolve } from 'node:path';
import mongoose, { type Connection } from 'mongoose';
import { AppError } from '../errors.ts';
import { type EmbeddedStore, folderInUse, startEmbeddedStore } from './embedded/embedded-store.ts';
import { readOwner } from './embedded/folder-lock.ts';

export type OpenOptions = {
  /** Folder of the embedded store; it lives in its subfolder `store`. */
  dataDir: string;
  /** A MongoDB to use instead of the embedded store. */
  mongodbUri?: string | undefined;
  /** When another process owns the folder: work with that one's store instead of refusing. For commands beside a running site. */
  join?: boolean;
};

export type OpenedStore = {
  connection: Connection;
  uri: string;
  kind: 'embedded' | 'mongodb';
  /** Whether this process runs the embedded store itself. */
  owner: boolean;
  close: () => Promise<void>;
};

/** Database used when the address names none. */
const DATABASE = 'amanat';
/** How long an operation looks for a store that is gone before it fails: long enough for a hiccup, short enough for a reader. */
const SELECTION_TIMEOUT_MS = 3_000;

/** Opens the store the configuration asks for. Throws `data_folder_in_use` or `store_down`. */
export async function openStore(options: OpenOptions): Promise<OpenedStore> {
  if (options.mongodbUri) return openMongodb(options.mongodbUri);
  const folder = resolve(options.dataDir, 'store');
  const own = await startUnlessJoining(folder, options.join ?? false);
  if (!own) return joinOwner(folder);
  const connection = await connected(own.uri).catch(async (error: unknown) => {
    await own.close();
    throw error;
  });
  return {
    connection,
    uri: own.uri,
    kind: 'embedded',
    owner: true,
    close: async () => {
      await connection.close();
      await own.close();
    },
  };
}

async function startUnlessJoining(folder: string, join: boolean): Promise<EmbeddedStore | undefined> {
  try {
    return await startEmbeddedStore(folder);
  } catch (error) {
    if (join && error instanceof AppError && error.code === 'data_folder_in_use') return undefined;
    throw error;
  }
}

/** The owner writes its address just after it has taken the folder, so a command that comes in between looks again. */
async function joinOwner(folder: string): Promise<OpenedStore> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const owner = readOwner(folder);
    if (owner) {
      const connection = await connected(owner.uri);
      return { connection, uri: owner.uri, kind: 'embedded', owner: false, close: () => connection.close() };
    }
    await new Promise((wake) => setTimeout(wake, 100));
  }
  throw folderInUse(folder);
}

async function openMongodb(uri: string): Promise<OpenedStore> {
  const connection = await connected(uri);
  return { connection, uri, kind: 'mongodb', owner: false, close: () => connection.close() };
}

async function connected(uri: string): Promise<Connection> {
  const connection = mongoose.createConnection(uri, {
    serverSelectionTimeoutMS: SELECTION_TIMEOUT_MS,
    // An operation on a store that is gone fails after the selection time; held back in memory it would wait longer and say less.
    bufferCommands: false,
    ...(hasDatabase(uri) ? {} : { dbName: DATABASE }),
  });
  try {
    return await connection.asPromise();
  } catch (error) {
    await connection.close();
    throw new AppError('store_down', `The store at ${withoutPassword(uri)} cannot be reached`, { cause: error });
  }
}

const hasDatabase = (uri: string): boolean => /^mongodb(\+srv)?:\/\/[^/]+\/[^?]/.test(uri);
const withoutPassword = (uri: string): string => uri.replace(/\/\/[^@/]*@/, '//');
