// The manifest that editors read: dist/custom-elements.json.
export default {
  globs: ['src/button/rzp-magic-button.ts'],
  outdir: 'dist',
  litelement: true,
};
