import {expect} from '@esm-bundle/chai';
import {heard} from '../../fixtures/browser/console.js';
import {until} from '../../fixtures/browser/wait.js';
import {complain} from '../../../src/button/said/complain.js';
import {drawFoot} from '../../../src/button/said/foot.js';
import {words as en} from '../../../src/checkout/words/en.js';
import {words as hi} from '../../../src/checkout/words/hi.js';

function draw(marks: string | null, secured: boolean, words: Parameters<typeof drawFoot>[2] = en) {
  const foot = document.createElement('small');
  drawFoot(foot, {marks, secured}, words, words.language === 'en' ? '' : words.language, complain);
  return foot;
}

const marksOf = (foot: Element) => [...foot.querySelectorAll('i')].map((mark) => mark.textContent);

describe('the line below a button', () => {
  it('has the marks in the order in which they are written, each once', () => {
    expect(marksOf(draw('cod upi  VISA,upi', false))).to.deep.equal([
      'Cash on delivery',
      'UPI',
      'Visa',
    ]);
  });

  it('leaves out what nobody knows, and tells the developer', async () => {
    expect(marksOf(draw('constructor upi bitcoin', false))).to.deep.equal(['UPI']);
    expect(draw('', false).textContent).to.equal('');
    expect(draw(null, false).textContent).to.equal('');
    await until(() => heard.error.length === 2);
    expect(heard.error.map(String)).to.have.members([
      ...['constructor', 'bitcoin'].map(
        (name) =>
          `rzp-magic-button: marks has "${name}", which is none of visa mastercard rupay amex upi card netbanking wallet emi paylater cod.`,
      ),
    ]);
  });

  it('is read as words, in the language of the button', () => {
    const foot = draw('card rupay', true, hi);
    expect(foot.textContent.trim()).to.equal('कार्ड RuPay Razorpay द्वारा सुरक्षित');
    expect(foot.lang).to.equal('hi');
    expect(draw('card', false).hasAttribute('lang')).to.equal(false);
  });

  it('is as far from the button as a notice is, each of its lines', () => {
    const foot = document.body.appendChild(draw('upi card', true));
    foot.style.display = 'block';
    const {top} = foot.getBoundingClientRect();
    const [mark, line] = ['i', 'span'].map((tag) =>
      foot.querySelector(tag)!.getBoundingClientRect(),
    );
    expect(mark!.top - top).to.be.at.least(8);
    expect(line!.top - mark!.bottom).to.be.at.least(8);
    foot.remove();
  });

  it('is as high in the narrowest place, where what has no room is not seen, but is read out', () => {
    const place = document.body.appendChild(document.createElement('div'));
    const foot = place.appendChild(draw('upi visa rupay netbanking cod', true));
    foot.style.display = 'block';
    for (const width of [60, 120, 256, 600]) {
      place.style.inlineSize = `${String(width)}px`;
      for (const line of foot.querySelectorAll('div')) {
        expect(line.clientHeight, `${width}`).to.equal(28);
        expect(line.clientWidth, `${width}`).to.be.at.most(width);
      }
      const seen = [...foot.querySelectorAll('i')].filter(
        (mark) => mark.offsetTop < foot.querySelectorAll('div')[1]!.offsetTop,
      );
      expect(seen.length, `${width}`).to.be.at.least(1);
      for (const mark of seen) expect(mark.offsetWidth, `${width}`).to.be.at.most(width);
      // Of what has no room no edge is seen either.
      const {bottom} = foot.querySelector('div')!.getBoundingClientRect();
      const tops = [...foot.querySelectorAll('i')].map((mark) => mark.getBoundingClientRect().top);
      const edges = tops.filter((top) => top > tops[0]! && top < bottom);
      expect(edges, `${width}, edges`).to.deep.equal([]);
      if (width === 600) expect(seen).to.have.lengthOf(5);
    }
    expect(foot.innerText.replace(/\s+/g, ' ')).to.contain('Cash on delivery Secured by Razorpay');
    place.remove();
  });
});
