/** What server components of React get for the till's entry. */
import './react/in-server-component.js';

export * from './pos.js';
