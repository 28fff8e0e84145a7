import {existsSync} from 'node:fs';

const MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const LINUX = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const WINDOWS = ['Google\\Chrome', 'Chromium', 'Microsoft\\Edge'];

/** Returns where a Chromium or Chrome mostly is, by the system; undefined where there is none. */
export function installedChromium(
  platform: string = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  return placesOn(platform, env).find(exists);
}

function placesOn(platform: string, env: Readonly<Record<string, string | undefined>>): string[] {
  if (platform === 'darwin')
    return MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (platform !== 'win32') return LINUX.map((name) => `/usr/bin/${name}`);
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA];
  return folders.flatMap((folder) =>
    folder === undefined
      ? []
      : WINDOWS.map((name) => {
          const program = name.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe';
          return `${folder}\\${name}\\Application\\${program}`;
        }),
  );
}
