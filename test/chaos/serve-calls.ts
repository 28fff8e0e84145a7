/** What a program does when it is asked, by name. What goes in and out is copied, dates and maps too. */
export type Calls = Record<string, (...args: never[]) => unknown>;

interface Question {
  readonly id: number;
  readonly name: string;
  readonly args: never[];
}

/** What a program says to who started it. */
export type Answer =
  | {readonly ready: true}
  | {readonly id: number; readonly result: unknown}
  | {
      readonly id: number;
      readonly error: {name: string; message: string; code: string | undefined};
    };

/** Says that the program is ready, and answers from then on. */
export function serveCalls(calls: Calls): void {
  const say = (answer: Answer) => process.send?.(answer);
  process.on('message', ({id, name, args}: Question) => {
    const call = calls[name];
    // Also what is thrown at once is an answer.
    new Promise((resolve) => resolve(call?.(...args))).then(
      (result) => say({id, result}),
      (error: unknown) => say({id, error: describe(error)}),
    );
  });
  // Who started it has died, or wants it no more.
  process.on('disconnect', () => process.exit(0));
  say({ready: true});
}

function describe(error: unknown) {
  const {
    name = 'Error',
    message = String(error),
    code,
  } = (error ?? {}) as {
    name?: string;
    message?: string;
    code?: unknown;
  };
  return {name, message, code: typeof code === 'string' ? code : undefined};
}
