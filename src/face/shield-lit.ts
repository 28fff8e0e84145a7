import {ownGlobal} from '../checkout/shell/own-global.js';

// Lit asks the window for these when it is imported, and fails for good where `<img name=…>` is what
// it gets. None is the browser's own.
[
  'litPropertyMetadata',
  'reactiveElementVersions',
  'reactiveElementPolyfillSupport',
  'ShadyCSS',
  'litNonce',
].forEach(ownGlobal);
