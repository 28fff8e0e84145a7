import {asksAddress, type Screen, type State} from '../state/state.js';

/** Whether the shopper may still say who pays. */
export const mayEditContact = ({settings}: State): boolean =>
  !settings?.hidden.contact && !(settings?.readonly.contact && settings.readonly.email);

/** The screen before this one, if the shopper can go back to it. */
export function previousOf(state: State): Screen | undefined {
  const contact = mayEditContact(state) ? 'contact' : undefined;
  switch (state.screen) {
    case 'methods':
      return asksAddress(state) ? 'shipping' : contact;
    case 'shipping':
      return 'address';
    case 'address':
      return contact;
    case 'login':
      return state.login.from === 'contact' ? contact : state.login.from;
    default:
      return undefined;
  }
}
