import './button/define.js';

export {RzpMagicButton} from './button/rzp-magic-button.js';
