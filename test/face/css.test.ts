import {expect} from '@esm-bundle/chai';
import {css} from '../../src/face/css.js';

it('a style sheet is the text that is written', () => {
  const sheet = css`
    b {
      color: red;
    }
  `;
  expect(sheet.cssText.replace(/\s+/g, '')).to.equal('b{color:red;}');
});
