import {pageState} from '../checkout/shell/page-state.js';
import {RzpPosButton} from './rzp-pos-button.js';

// For the shells of the CDN alone: where a bundler has put the files of an npm package, it knows.
Object.defineProperty(RzpPosButton, 'files', {
  get: () => pageState().files,
  set: (files: string) => {
    pageState().files = files;
  },
});
