import {pageState} from '../../checkout/shell/page-state.js';

/**
 * Gives a class `files`: where what a press loads lies. For the shells of the CDN alone: where a bundler
 * has put the files of an npm package, it knows.
 */
export function addFilesProperty(element: object): void {
  Object.defineProperty(element, 'files', {
    get: () => pageState().files,
    set: (files: string) => {
      pageState().files = files;
    },
  });
}
