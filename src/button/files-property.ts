import {addFilesProperty} from '../face/files-property.js';
import {RzpMagicButton} from './rzp-magic-button.js';

addFilesProperty(RzpMagicButton);
