import {expect} from '@esm-bundle/chai';
import {LANGUAGES} from '../../src/wire/languages.js';
import {fakeClock, passUntil} from '../fixtures/browser/clock.js';
import {
  DOWN,
  failed,
  NOT_PAID,
  ON_DEVICE,
  PAID,
  prepareTill,
  refused,
  UNKNOWN,
} from '../fixtures/browser/till.js';
import {until} from '../fixtures/browser/wait.js';

/** Names and abbreviations that every language writes in Latin letters, and ids. */
const LATIN = /UPI|PIN|Wi-Fi|SIM|order_\w+|pay_\w+/g;

type Setting = NonNullable<Parameters<typeof prepareTill>[0]>;
type Till = Awaited<ReturnType<typeof prepareTill>>;

const isState = (state: string) => (till: Till) => till.till.state === state;

/** Sales that end in every way, and what they wait for. */
const SALES: Record<string, [setting: Setting, isOver: (till: Till) => boolean]> = {
  'is paid': [{device: [ON_DEVICE, PAID]}, isState('paid')],
  'is not paid': [{device: [ON_DEVICE, NOT_PAID]}, isState('failed')],
  'is declined': [{device: [ON_DEVICE, failed('CARD_DECLINED')]}, isState('failed')],
  'is in doubt': [{device: [UNKNOWN]}, isState('unconfirmed')],
  'is not known of': [{device: [DOWN]}, isState('unconfirmed')],
  'is refused': [
    {device: [refused(403, 'FORBIDDEN')]},
    ({message}) => message.textContent.length > 0 && !message.matches('[role=status]'),
  ],
  'is of a till that is not set up': [
    {attributes: {'device-url': null}},
    ({message}) => message.matches('[role=alert]'),
  ],
  'is of a shop that is down': [{order: [DOWN]}, ({message}) => message.matches('[role=alert]')],
};

/** Every text that a till has shown, from now on. */
function listen(root: ShadowRoot): Set<string> {
  const heard = new Set<string>();
  const look = () => {
    for (const part of root.querySelectorAll('[part=status], [part=message] , [part=label] span')) {
      for (const node of [part, ...part.querySelectorAll('*')]) {
        for (const child of node.childNodes) {
          if (child.nodeType === Node.TEXT_NODE) heard.add(child.textContent ?? '');
        }
      }
    }
  };
  new MutationObserver(look).observe(root, {childList: true, subtree: true, characterData: true});
  look();
  return heard;
}

for (const language of Object.values(LANGUAGES).filter((tag) => tag !== 'en'))
  describe(`on a page in ${language} no English is left`, () => {
    before(() => (document.documentElement.lang = `${language}-IN`));
    after(() => document.documentElement.removeAttribute('lang'));

    for (const [what, [setting, isOver]] of Object.entries(SALES))
      it(`by a sale that ${what}`, async () => {
        const prepared = await prepareTill(setting);
        const {till} = prepared;
        await until(() => till.words !== undefined, 'its words');
        const heard = listen(till.shadowRoot!);
        const clock = fakeClock();
        void till.open();
        await passUntil(clock, () => isOver(prepared));
        await clock.tickAsync(0);
        expect(heard.size).to.be.greaterThan(1);
        const english = [...heard].filter((text) => /[a-z]{2}/i.test(text.replace(LATIN, '')));
        expect(english).to.deep.equal([]);
      });
  });
