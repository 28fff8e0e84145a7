import {install} from './install.js';

install({isMagic: true});
