import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';
import {build} from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface ShopSettings {
  readonly place: string;
  readonly razorpayUrl: string;
  /** Kills itself while an order is being entered. */
  readonly dieInOnStatus?: boolean;
  /** Calls `reconcile()` about all orders at the start. */
  readonly sweep?: boolean;
  /** Calls `deliver()` at the start. */
  readonly deliver?: boolean;
  /** How far its clock goes ahead, in ms. */
  readonly ahead?: number;
}

/** Shops that run as processes of their own. */
export class Processes {
  #module: Promise<string> | undefined;
  readonly #children: ChildProcess[] = [];
  /** Order ids that `afterStatus` was told, by whichever process. */
  readonly told: string[] = [];

  /** Starts a shop; `swept` is fulfilled when what it does at the start is over. */
  async start(settings: ShopSettings) {
    this.#module ??= buildShop();
    const child = spawn(process.execPath, [await this.#module, JSON.stringify(settings)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#children.push(child);
    const lines = createInterface(child.stdout);
    const swept = new Promise<void>((resolve) => {
      lines.on('line', (line) => {
        if (line.startsWith('after ')) this.told.push(line.slice('after '.length));
        if (line === 'swept') resolve();
      });
    });
    const [url] = (await once(lines, 'line')) as [string];
    return {
      url,
      swept,
      exited: once(child, 'exit'),
      kill: async () => {
        const exited = once(child, 'exit');
        child.kill('SIGKILL');
        await exited;
      },
    };
  }

  async stop(): Promise<void> {
    for (const child of this.#children) child.kill('SIGKILL');
    if (this.#module) rmSync(join(await this.#module, '..'), {recursive: true});
  }
}

/** Builds the shop inside of the package, so that it finds what it imports. */
async function buildShop(): Promise<string> {
  const outDir = join(root, `dist/test/shop-process-${process.pid}`);
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {outDir, ssr: join(root, 'test/server/shop-process.ts'), target: 'node20'},
  });
  return join(outDir, 'shop-process.js');
}
