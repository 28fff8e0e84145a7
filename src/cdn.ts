import './button/define.js';
import './button/files-property.js';

export {RzpMagicButton} from './button/rzp-magic-button.js';
