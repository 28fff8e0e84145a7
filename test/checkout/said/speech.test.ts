import {expect} from '@esm-bundle/chai';
import {loadSpeech, speak} from '../../../src/checkout/said/speech.js';
import {words} from '../../../src/checkout/words/en.js';

describe('what is said of a state', () => {
  it('is plain English first, and a notice in the words of a language once they have come', async () => {
    const telling = {told: {said: 'paid'}} as const;
    expect(speak(undefined, 'paid', telling)).to.not.have.property('notice');
    await loadSpeech();
    expect(speak(undefined, 'paid', telling).notice?.title).to.equal('Thank you');
    const own = {...words, label: {...words.label, paid: 'Got it'}};
    expect(speak(own, 'paid', telling).label).to.equal('Got it');
  });
});
