import {addFilesProperty} from '../face/cdn/files-property.js';
import {RzpPosButton} from './rzp-pos-button.js';

addFilesProperty(RzpPosButton);
