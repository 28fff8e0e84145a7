import {addFilesProperty} from '../face/cdn/files-property.js';
import {RzpMagicButton} from './rzp-magic-button.js';

addFilesProperty(RzpMagicButton);
