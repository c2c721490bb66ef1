import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A process that opens the store of a folder and inserts documents one after the other, telling each that was acknowledged. */
export type Writer = {
  pid: number;
  /** Numbers of the documents whose insertion was acknowledged. */
  acknowledged: () => number[];
  /** Waits until so many are. */
  until: (count: number) => Promise<void>;
  /** Ends it with SIGKILL, as a power cut or the out-of-memory killer would. */
  kill: () => Promise<void>;
};

const script = fileURLToPath(new URL('./writer-script.ts', import.meta.url));

export async function startWriter(folder: string, first = 0): Promise<Writer> {
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const numbers: number[] = [];
  let ready = false;
  let rest = '';
  const heard = new Set<() => void>();
  child.stdout.on('data', (bytes: Buffer) => {
    const lines = (rest + bytes.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === 'ready') ready = true;
      else numbers.push(Number(line));
    }
    for (const wake of heard) wake();
  });
  const when = (condition: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (!condition()) return;
        heard.delete(look);
        resolve();
      };
      heard.add(look);
      child.once('exit', () => reject(new Error('the writer ended by itself')));
      look();
    });
  await when(() => ready);
  return {
    pid: child.pid ?? 0,
    acknowledged: () => numbers,
    until: (count) => when(() => numbers.length >= count),
    kill: () =>
      new Promise((resolve) => {
        // 'close', not 'exit': what it had told is in the pipe still.
        child.once('close', () => resolve());
        child.kill('SIGKILL');
      }),
  };
}
