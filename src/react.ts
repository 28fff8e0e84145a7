/** The button as a component of React. */
export {RzpMagicButton} from './react/rzp-magic-button.js';
export type {RzpMagicButtonProps} from './react/props.js';
