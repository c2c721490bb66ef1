import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

type Json = Record<string, unknown>;
type Exchange = { label: string; response: { status: number; body: Json } };
type Document = Json & { id?: string };
type Answer = { status: number; body: unknown };

const recorded: Exchange[] = JSON.parse(readFileSync(new URL('./meilisearch-exchanges.json', import.meta.url), 'utf8'));

/** What a real Meilisearch 1.50 answered. What was never recorded is answered by nobody. */
function answerOf(label: string): Answer {
  const exchange = recorded.find((one) => one.label === label);
  if (exchange === undefined) throw new Error(`Nothing was recorded as "${label}"`);
  return { status: exchange.response.status, body: structuredClone(exchange.response.body) };
}

/**
 * A stand-in that keeps documents as the server does and answers with the recorded answers, in which only names, numbers
 * and hits are replaced. It knows the requests that were recorded and refuses all others as an unknown route.
 */
export class MeilisearchStandIn {
  readonly indexes = new Map<string, Map<string, Document>>();
  readonly requests: string[] = [];
  readonly settings: Json[] = [];
  /** Answers to give before any other, oldest first: a server in trouble. */
  readonly trouble: Answer[] = [];
  version = '1.50.0';
  key = 'the key';
  url = '';
  private readonly tasks: Json[] = [];
  private readonly server: Server;

  constructor() {
    this.server = createServer((req, res) => {
      void read(req).then((body) => {
        const { status, body: answer } = this.answer(req, body);
        res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this.url;
  }

  stop(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  private answer(req: IncomingMessage, body: unknown): Answer {
    const path = (req.url ?? '').split('?')[0] ?? '';
    this.requests.push(`${req.method} ${path}`);
    const trouble = this.trouble.shift();
    if (trouble !== undefined) return trouble;
    if (req.headers.authorization !== `Bearer ${this.key}`) return answerOf('version with a wrong key');
    const [, first, uid = '', last = '', action = ''] = path.split('/');
    switch (`${req.method} /${[first, uid && '*', last, action].filter(Boolean).join('/')}`) {
      case 'GET /version':
        return { status: 200, body: { ...(answerOf('version').body as Json), pkgVersion: this.version } };
      case 'GET /tasks/*':
        return { status: 200, body: this.tasks[Number(uid)] };
      case 'POST /indexes':
        return this.createIndex(body as { uid: string });
      case 'PATCH /indexes/*/settings':
        this.settings.push(body as Json);
        return this.enqueue('settings', 'its task of: settings', { indexUid: uid });
      case 'POST /indexes/*/documents':
        return this.addDocuments(uid, body as Document[]);
      case 'POST /indexes/*/documents/delete-batch':
        for (const id of body as string[]) this.indexes.get(uid)?.delete(id);
        return this.enqueue('delete a batch', 'its task of: delete a batch', { indexUid: uid });
      case 'GET /indexes/*/stats':
        return this.stats(uid);
      case 'POST /multi-search':
        return this.search((body as { queries: Query[] }).queries);
      case 'POST /swap-indexes':
        return this.swap(body as { indexes: [string, string] }[]);
      case 'DELETE /indexes/*': {
        const there = this.indexes.delete(uid);
        const of = there ? 'delete an index' : 'delete one that is not there: accepted, fails';
        return this.enqueue(of, `${there ? 'its' : 'the failed'} task of: ${of}`, { indexUid: uid });
      }
      default:
        return answerOf('an unknown route');
    }
  }

  private enqueue(label: string, taskLabel: string, change: Json): Answer {
    const accepted = answerOf(label);
    const taskUid = this.tasks.length;
    this.tasks.push({ ...(answerOf(taskLabel).body as Json), uid: taskUid, ...change });
    return { status: accepted.status, body: { ...(accepted.body as Json), taskUid, ...change } };
  }

  private createIndex({ uid }: { uid: string }): Answer {
    const again = 'create it again: accepted, the task fails';
    if (this.indexes.has(uid)) return this.enqueue(again, `the failed task of: ${again}`, { indexUid: uid });
    this.indexes.set(uid, new Map());
    return this.enqueue('create an index', 'its task, finished', { indexUid: uid });
  }

  private addDocuments(indexUid: string, documents: Document[]): Answer {
    const refused = documents.some(({ id }) => !/^[\w-]+$/.test(id ?? ''));
    if (refused) return this.enqueue('an id with a space', 'the failed task of: an id with a space', { indexUid });
    for (const document of documents) this.indexes.get(indexUid)?.set(document.id ?? '', document);
    const details = { receivedDocuments: documents.length, indexedDocuments: documents.length };
    return this.enqueue('documents in', 'its task: counts in details', { indexUid, details });
  }

  private stats(uid: string): Answer {
    const index = this.indexes.get(uid);
    if (index === undefined) return answerOf('an index that is not there');
    return { status: 200, body: { ...(answerOf('stats of one index').body as Json), numberOfDocuments: index.size } };
  }

  private swap([pair]: { indexes: [string, string] }[]): Answer {
    const [a = '', b = ''] = pair?.indexes ?? [];
    const [indexA, indexB] = [this.indexes.get(a), this.indexes.get(b)];
    const wrong = 'swap with one that is not there: accepted, fails';
    if (!indexA || !indexB) return this.enqueue(wrong, `the failed task of: ${wrong}`, {});
    this.indexes.set(a, indexB).set(b, indexA);
    return this.enqueue('swap', 'its task of: swap', {});
  }

  private search(queries: Query[]): Answer {
    const missing = queries.find(({ indexUid }) => !this.indexes.has(indexUid));
    if (missing) return answerOf('search in an index that is not there');
    const results = queries.map(({ indexUid, filter, limit, attributesToRetrieve }) => {
      const found = [...(this.indexes.get(indexUid)?.values() ?? [])].filter((one) =>
        filter.every((f) => fits(one, f)),
      );
      const hits = found.slice(0, limit).map((one) => Object.fromEntries(attributesToRetrieve.map((a) => [a, one[a]])));
      return { ...(answerOf('IN filter over an array').body as Json), indexUid, hits, limit };
    });
    return { status: 200, body: { results } };
  }
}

type Query = { indexUid: string; filter: string[]; limit: number; attributesToRetrieve: string[] };

function fits(document: Document, filter: string): boolean {
  const among = /^(\w+) IN \[(.*)\]$/.exec(filter);
  if (among) {
    const values = (among[2] ?? '').split(', ').map((value) => value.replace(/^"|"$/g, ''));
    return (document[among[1] ?? ''] as string[]).some((value) => values.includes(value));
  }
  const compared = /^(\w+) (>=|<=) (\d+)$/.exec(filter);
  if (!compared) throw new Error(`No such filter was recorded: ${filter}`);
  const value = document[compared[1] ?? ''] as number;
  return compared[2] === '>=' ? value >= Number(compared[3]) : value <= Number(compared[3]);
}

async function read(req: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text === '' ? null : JSON.parse(text);
}
