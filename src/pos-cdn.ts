import './pos/define.js';
import './pos/files-property.js';

export {RzpPosButton} from './pos/rzp-pos-button.js';
