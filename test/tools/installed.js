// Whether npm has put into node_modules what the lock file says. It imports nothing but Node, so that it
// runs before anything is installed.
import {readJson} from './read-json.js';

/**
 * Whether npm's own note of what is in node_modules says what the lock file says. A package that the
 * note lacks is for another platform if it is optional; else `npm ci` was told to leave it out.
 */
export function isInstalled(root) {
  const locked = packagesOf(`${root}/package-lock.json`);
  const found = packagesOf(`${root}/node_modules/.package-lock.json`);
  if (!locked || !found) return false;
  return (
    Object.entries(locked).every(([path, entry]) => {
      // The first is the package itself.
      if (path === '') return true;
      const note = found[path];
      return note ? JSON.stringify(note) === JSON.stringify(entry) : entry.optional === true;
    }) && Object.keys(found).every((path) => locked[path])
  );
}

const packagesOf = (path) => readJson(path)?.packages;
