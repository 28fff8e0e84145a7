// dist/THIRD-PARTY-NOTICES.txt: the licences of those whose code is bundled into what is published.
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** What each build has noted: vite.config.ts. */
const NOTED = `${root}/dist/demo/bundled`;

const names = new Set(
  readdirSync(NOTED).flatMap((file) => JSON.parse(readFileSync(`${NOTED}/${file}`, 'utf8'))),
);

const notices = [...names].sort().map((name) => {
  const folder = `${root}/node_modules/${name}`;
  const {version, license} = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (!file) throw new Error(`${name} is bundled and has no file with its licence.`);
  return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
});

writeFileSync(
  `${root}/dist/THIRD-PARTY-NOTICES.txt`,
  `The files in cdn/ and sandbox.js have code of others in them:\n\n${notices.join('\n----\n\n')}`,
);
