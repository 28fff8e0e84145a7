import {buildSite} from './build-site.js';

// Writes the site, of the package in one folder, into another.
const [root, out] = process.argv.slice(2);
if (!root || !out) throw new Error('Name the folder of the package, and where the site goes.');
buildSite({root, out});
