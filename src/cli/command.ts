import {parseArgs, type ParseArgsConfig} from 'node:util';
import {CLI_FAILURES} from './failures.js';
import {sayError} from './say-error.js';

type Options = NonNullable<ParseArgsConfig['options']>;
type Values<T extends Options> = ReturnType<typeof parseArgs<{options: T}>>['values'];

/** One command of the program. */
export interface Command {
  /** How it is written, and what it does. */
  readonly help: string;
  /** Gives its exit code: 0, 1 when orders differ or the shop is not right. */
  readonly run: (args: readonly string[]) => Promise<number>;
}

/** Makes a command whose work gets its options by their names, as the table says that they are. */
export const command = <const T extends Options>({
  help,
  options,
  work,
}: {
  readonly help: string;
  readonly options: T;
  readonly work: (values: Values<T>) => Promise<number>;
}): Command => ({help, run: async (args) => work(readOptions(args, options))});

function readOptions<T extends Options>(args: readonly string[], options: T): Values<T> {
  try {
    return parseArgs({args: [...args], options}).values;
  } catch (error) {
    // After the first sentence Node explains what is of no use here.
    const [complaint = ''] = sayError(error).split(/\. |\.?\n/);
    throw new Error(CLI_FAILURES.options(complaint), {cause: error});
  }
}
