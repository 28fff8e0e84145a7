import {expect} from '@esm-bundle/chai';
import {draw, loadNotice} from '../../src/face/load-notice.js';
import {stateStyles} from '../../src/face/state-styles.js';
import {painted} from '../fixtures/browser/contrast.js';
import {prepareFace, SHOWN} from '../fixtures/browser/face.js';
import {until} from '../fixtures/browser/wait.js';

describe('the looks of what a button tells', () => {
  it('come as soon as what draws them has come', async () => {
    const {host, root, face, box} = prepareFace();
    face.show(SHOWN.unconfirmed, '', draw);
    await loadNotice();
    await until(() => root.adoptedStyleSheets.length === 2, 'styles');
    const [colour] = /(?<=--rzp-warning, )#\w+/.exec(stateStyles)!;
    box().style.borderColor = colour;
    const {backgroundColor, borderTopColor} = getComputedStyle(box());
    expect(painted(backgroundColor)).to.deep.equal(painted(borderTopColor));
    host.remove();
  });

  it('come once for a tree', () => {
    const {host, root, face} = prepareFace();
    for (const shown of Object.values(SHOWN)) face.show(shown, '', draw);
    expect(root.adoptedStyleSheets).to.have.length(2);
    host.remove();
  });

  it('turn the wheel of what is busy slowly for who wants little motion', () => {
    expect(stateStyles).to.match(/prefers-reduced-motion: reduce[^}]*animation-duration/);
  });
});
