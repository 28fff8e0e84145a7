import {expect} from '@esm-bundle/chai';
import {loadSpeech} from '../../src/pos/load-speech.js';
import {loadSpeech as loadBesideScript} from '../../src/pos/load-speech-beside-script.js';
import {loadSpeech as loadBesideModule} from '../../src/pos/load-speech-beside-module.js';
import * as speech from '../../src/pos/speech.js';

describe('what a till speaks by', () => {
  it('is there for a bundler', async () => {
    expect(await loadSpeech()).to.equal(speech);
  });

  for (const [what, load] of Object.entries({script: loadBesideScript, module: loadBesideModule}))
    it(`is found beside a ${what}, under the name that the build gave it`, async () => {
      // The build writes the name in its place.
      Object.assign(globalThis, {SPEECH_FILE: '/src/pos/speech.ts'});
      expect(await load()).to.equal(speech);
      Reflect.deleteProperty(globalThis, 'SPEECH_FILE');
    });
});
