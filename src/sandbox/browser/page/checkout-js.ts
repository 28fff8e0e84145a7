import {install} from './install.js';

install({isMagic: false});
