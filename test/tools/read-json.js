import {readFileSync} from 'node:fs';

/** What a runner has written; nothing of one that broke before. */
export function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
