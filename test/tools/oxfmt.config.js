// The options of Prettier, for a program that writes code as it does.
import {readFileSync} from 'node:fs';

const {prettier} = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

export default prettier;
