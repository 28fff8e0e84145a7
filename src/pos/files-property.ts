import {addFilesProperty} from '../face/files-property.js';
import {RzpPosButton} from './rzp-pos-button.js';

addFilesProperty(RzpPosButton);
