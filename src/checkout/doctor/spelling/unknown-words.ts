import {shown} from '../../request/shown.js';

/** Words for looks: another one changes nothing, as if nothing were written. */
const LOOKS: Readonly<Record<string, readonly string[]>> = {
  load: ['intent', 'eager', 'visible', 'click'],
  variant: ['filled', 'outline'],
  theme: ['auto', 'light', 'dark'],
  size: ['small', 'medium', 'large'],
  shape: ['rounded', 'pill', 'square'],
  width: ['fill', 'hug'],
};

/** What other standards, and people, call a language of ours. */
const ALSO = new Map<string, string>([
  ['eng', 'en'],
  ['english', 'en'],
  ['hin', 'hi'],
  ['hindi', 'hi'],
  ['bengali', 'bn'],
  ['bangla', 'bn'],
  ['marathi', 'mr'],
  ['gujarati', 'gu'],
  ['tamil', 'ta'],
  ['telugu', 'te'],
  ['kannada', 'kn'],
]);

/** Tells by which word Razorpay knows a language, if it does. */
export type LanguageOf = (asked: string) => string | undefined;

/** Says which words of an element nobody knows, and what to write. */
export function unknownWords(element: Element, languageOf: LanguageOf): string[] {
  const host = element as unknown as Readonly<Record<string, unknown>>;
  const wrong = Object.entries(LOOKS).flatMap(([name, words]) => {
    const typed = host[name];
    if (!typed || words.includes(shown(typed))) return [];
    return `${name}="${shown(typed)}" can't be used. Write ${words.join(', ')} or nothing.`;
  });
  const language = host.language ? shown(host.language) : '';
  if (!language || languageOf(language)) return wrong;
  return [...wrong, `language="${language}" can't be used. ${hintFor(language)}`];
}

function hintFor(typed: string): string {
  const [code = ''] = typed.toLowerCase().split(/[-_]/);
  const meant = ALSO.get(code);
  return meant ? `Write "${meant}".` : `Write one of ${[...new Set(ALSO.values())].join(' ')}.`;
}
