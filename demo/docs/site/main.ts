import {buildSite, packedList} from './build-site.js';
import {writeFileSync} from 'node:fs';

// Writes the site of the package in one folder into another, or the list of its texts into a file.
const [root, out] = process.argv.slice(2);
if (!root || !out) throw new Error('Name the folder of the package, and where to write.');
if (out.endsWith('.txt')) writeFileSync(out, packedList(root));
else buildSite({root, out});
