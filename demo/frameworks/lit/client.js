// Before any component: from here on each takes over what the server has rendered of it.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import './tea-shop.js';
