import {expect} from '@esm-bundle/chai';
import {loadSpeech} from '../../src/button/load-speech.js';
import {loadSpeech as loadBesideScript} from '../../src/button/load-speech-beside-script.js';
import {loadSpeech as loadBesideModule} from '../../src/button/load-speech-beside-module.js';
import * as speech from '../../src/button/speech.js';

describe('what a button speaks by', () => {
  it('is there for a bundler', async () => {
    expect(await loadSpeech()).to.equal(speech);
  });

  for (const [what, load] of Object.entries({script: loadBesideScript, module: loadBesideModule}))
    it(`is found beside a ${what}, under the name that the build gave it`, async () => {
      // The build writes the name in its place.
      Object.assign(globalThis, {SPEECH_FILE: '/src/button/speech.ts'});
      expect(await load()).to.equal(speech);
      Reflect.deleteProperty(globalThis, 'SPEECH_FILE');
    });
});
