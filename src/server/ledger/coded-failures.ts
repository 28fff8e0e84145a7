import {HookError} from '../runtime/hook-error.js';
import {LedgerError} from './ledger-error.js';

/**
 * A table whose methods reject with a `LedgerError` where the database failed, whatever its driver
 * throws. What a hook threw in a transaction stays the hook's.
 */
export function withCodedFailures<T extends object>(table: T): T {
  return new Proxy(table, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): unknown => {
        const result: unknown = Reflect.apply(member, target, args);
        return result instanceof Promise ? result.catch(rethrow) : result;
      };
    },
  });
}

function rethrow(error: unknown): never {
  if (error instanceof HookError || error instanceof LedgerError) throw error;
  const reason = error instanceof Error ? error.message : String(error);
  throw new LedgerError('failed', `The ledger failed: ${reason}`, error);
}
