/** What server components of React get for the main entry. */
import './react/in-server-component.js';

export * from './index.js';
