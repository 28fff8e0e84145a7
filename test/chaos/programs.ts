import {fork, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {buildProgram, type BuiltProgram} from '../fixtures/build-program.js';
import type {Answer, Calls} from './serve-calls.js';

/** A call that was under way when its process was killed, or that came while it was dead. */
export class Died extends Error {
  override readonly name = 'Died';
}

/** What a program threw, as far as it crosses from one process to another. */
export class CallError extends Error {
  override readonly name: string;
  /** The `code` of an error that has one. */
  readonly code: string | undefined;

  constructor({name, message, code}: {name: string; message: string; code: string | undefined}) {
    super(message);
    this.name = name;
    this.code = code;
  }
}

/** Programs of the tests, each run as processes of their own. */
export class Programs {
  readonly #built = new Map<string, Promise<BuiltProgram>>();
  readonly #running: Program<Calls>[] = [];
  /** How often a process was killed. */
  kills = 0;

  /**
   * Starts a program by its source, named from the root of the package: it calls `serveCalls` once it is
   * ready. `settings` are what it finds in `process.argv[2]` as JSON, asked for at each start.
   */
  async start<C extends Calls>(source: string, settings: () => object): Promise<Program<C>> {
    const built = this.#built.get(source) ?? buildProgram(source);
    this.#built.set(source, built);
    const {path} = await built;
    const program = new Program<C>({path, settings, onKill: () => this.kills++});
    this.#running.push(program);
    await program.start();
    return program;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#running.map((program) => program.stop()));
    for (const built of this.#built.values()) (await built).remove();
  }
}

interface ProgramParts {
  readonly path: string;
  readonly settings: () => object;
  readonly onKill: () => void;
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** A process that can be asked, killed with -9, and started again. */
export class Program<C extends Calls> {
  readonly #parts: ProgramParts;
  readonly #pending = new Map<number, Pending>();
  #child: ChildProcess | undefined;
  #restarting: Promise<void> | undefined;
  #count = 0;

  constructor(parts: ProgramParts) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    const {path, settings} = this.#parts;
    const child = fork(path, [JSON.stringify(settings())], {
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.on('message', (answer: Answer) => this.#hear(answer));
    child.once('exit', () => this.#bury(child));
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() =>
        Promise.reject(new Died(`${path} ended before it was ready.`)),
      ),
    ]);
    this.#child = child;
  }

  /** Fulfilled at once where it runs, and otherwise once it has been started again. */
  async whenReady(): Promise<void> {
    await this.#restarting;
  }

  /** Asks it to do something. Rejects with a `CallError`, or with `Died`. */
  call<N extends keyof C & string>(
    name: N,
    ...args: Parameters<C[N]>
  ): Promise<Awaited<ReturnType<C[N]>>> {
    const child = this.#child;
    if (!child) return Promise.reject(new Died(`${name} was asked of a process that is dead.`));
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, {resolve: resolve, reject});
      child.send({id, name, args}, (error) => {
        if (error) this.#answer(id, ({reject}) => reject(new Died(error.message)));
      });
    });
  }

  /** Kills it with -9 in the middle of whatever it does. */
  async kill(): Promise<void> {
    if (!this.#child) return;
    this.#parts.onKill();
    await this.stop();
  }

  /** Kills it and starts it again; once, where two want that at the same time. */
  restart(): Promise<void> {
    this.#restarting ??= this.kill()
      .then(() => this.start())
      .finally(() => (this.#restarting = undefined));
    return this.#restarting;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.#child = undefined;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  #hear(answer: Answer): void {
    if ('ready' in answer) return;
    this.#answer(answer.id, ({resolve, reject}) => {
      if ('error' in answer) reject(new CallError(answer.error));
      else resolve(answer.result);
    });
  }

  #answer(id: number, answer: (pending: Pending) => void): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (pending) answer(pending);
  }

  #bury(child: ChildProcess): void {
    if (this.#child === child) this.#child = undefined;
    for (const id of [...this.#pending.keys()])
      this.#answer(id, ({reject}) => reject(new Died('The process died meanwhile.')));
  }
}
