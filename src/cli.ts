#!/usr/bin/env node
import type {Command} from './cli/command.js';
import {CLI_FAILURES, EXIT_CODES} from './cli/failures.js';
import {doctor} from './cli/doctor.js';
import {integrity} from './cli/integrity.js';
import {reconcile} from './cli/reconcile.js';
import {sandbox} from './cli/sandbox.js';
import {sayError} from './cli/say-error.js';

/** In the order in which help tells them. */
const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({sandbox, reconcile, doctor, integrity}),
);

/**
 * Runs a command and gives its exit code: 0, 1 when orders differ or the shop is not right, 2 when it
 * could not run.
 */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || [name, ...args].some((arg) => arg === '--help' || arg === '-h')) {
    process.stdout.write([...COMMANDS.values()].map(({help}) => help).join('\n'));
    return name === undefined ? EXIT_CODES.failed : EXIT_CODES.fine;
  }
  const command = COMMANDS.get(name);
  if (!command) throw new Error(CLI_FAILURES.noCommand(name));
  return command.run(args);
}

const code = await main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(sayError(error));
  return EXIT_CODES.failed;
});
// Ended by force, because the merchant's module may hold connections that would keep it alive; but
// only once all is written.
process.stdout.write('', () => process.exit(code));
