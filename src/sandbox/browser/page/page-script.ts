import {install} from './install.js';

/** Which of Razorpay's two scripts it is, which are one but for this: files.ts says it around the text. */
declare const IS_MAGIC: boolean;

install({isMagic: IS_MAGIC});
