import {spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Readable, Writable} from 'node:stream';
import type {Browser, Tab} from './devtools.js';

/** A message of the protocol, without the byte 0 that ends each. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: {readonly message: string};
  readonly sessionId?: string;
}

/** How long it may take to say its first word. */
const STARTS_WITHIN_MS = 30_000;
const ENDS_WITHIN_MS = 5_000;

const IS_WINDOWS = process.platform === 'win32';

/** Starts the Chromium at a path, and speaks with it over two pipes: it needs nothing but Node. */
export async function openChromium(path: string): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'rzp-magic-button-doctor-'));
  const chromium = spawn(
    path,
    [
      '--headless',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      '--no-first-run',
      '--no-default-browser-check',
      '--disable-background-networking',
      // Chromium refuses its sandbox to root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      'about:blank',
    ],
    {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      // A group of its own: what is started may be a script that starts the browser. Windows has none,
      // and would show a console.
      detached: !IS_WINDOWS,
      windowsHide: true,
    },
  );
  const ended = once(chromium, 'exit').catch(() => undefined);
  const [, , , input, output] = chromium.stdio;
  const pipe = new Pipe(input as Writable, output as Readable);
  const close = async () => {
    // Asked to, it ends all its processes; and so it does when nobody holds the pipe any more.
    void pipe.send('Browser.close').catch(() => undefined);
    const late = new Promise((resolve) => setTimeout(resolve, ENDS_WITHIN_MS, 'late').unref());
    if ((await Promise.race([ended, late])) === 'late') killGroup(chromium);
    input?.destroy();
    output?.destroy();
    // Windows keeps a file for a moment that was open: what was seen of the page is worth more.
    await rm(profile, {recursive: true, force: true, maxRetries: 3}).catch(() => undefined);
  };
  try {
    const failed = new Promise<never>((_, reject) => {
      chromium.once('error', reject);
      void ended.then(() => reject(new Error(`${path} ended before it had begun.`)));
      setTimeout(() => reject(new Error(`${path} does not answer.`)), STARTS_WITHIN_MS).unref();
    });
    return {tab: await Promise.race([newTab(pipe), failed]), close};
  } catch (error) {
    await close();
    throw error;
  }
}

/** Kills a process and what it has started. */
function killGroup({pid = 0}: ChildProcess): void {
  if (IS_WINDOWS) {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], {windowsHide: true});
    return;
  }
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has just ended.
  }
}

async function newTab(pipe: Pipe): Promise<Tab> {
  const {targetId} = (await pipe.send('Target.createTarget', {url: 'about:blank'})) as {
    targetId: string;
  };
  const {sessionId} = (await pipe.send('Target.attachToTarget', {targetId, flatten: true})) as {
    sessionId: string;
  };
  return {
    send: (method, params) => pipe.send(method, params, sessionId),
    on: (event, listener) => pipe.on(sessionId, event, listener),
  };
}

/** Requests and events over two pipes. */
class Pipe {
  readonly #input: Writable;
  readonly #answers = new Map<number, (message: Message) => void>();
  readonly #listeners: {key: string; listener: (params: unknown) => void}[] = [];
  #lastId = 0;
  #unread = '';

  constructor(input: Writable, output: Readable) {
    this.#input = input;
    // A browser that is killed breaks both off.
    input.on('error', () => undefined);
    output.on('error', () => undefined);
    output.setEncoding('utf8').on('data', (chunk: string) => this.#read(chunk));
  }

  send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    const id = ++this.#lastId;
    this.#input.write(
      `${JSON.stringify({id, method, params, ...(sessionId !== undefined && {sessionId})})}\0`,
    );
    return new Promise((resolve, reject) => {
      this.#answers.set(id, ({result, error}) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result),
      );
    });
  }

  on(sessionId: string, event: string, listener: (params: unknown) => void): void {
    this.#listeners.push({key: `${sessionId} ${event}`, listener});
  }

  #read(chunk: string): void {
    const messages = (this.#unread + chunk).split('\0');
    this.#unread = messages.pop() ?? '';
    for (const text of messages) this.#take(JSON.parse(text) as Message);
  }

  #take(message: Message): void {
    const {id, method, params, sessionId} = message;
    if (id !== undefined) {
      this.#answers.get(id)?.(message);
      this.#answers.delete(id);
      return;
    }
    const key = `${sessionId ?? ''} ${method ?? ''}`;
    for (const {key: heard, listener} of this.#listeners) if (heard === key) listener(params);
  }
}
