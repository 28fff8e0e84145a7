// `npm run docs`: the documentation as static files in dist/site, which any server can give out.
import {ensurePackages} from './ensure.js';
import {buildSite} from './site.js';
import {buildIfStale} from './stale.js';

ensurePackages();
buildIfStale();
await buildSite();
console.log('The documentation is in dist/site.');
