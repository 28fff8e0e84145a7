import {EVENT_NAMES} from '../events/event-names.js';

/** An error says so by itself, and a state has a line of its own. */
const TOLD: readonly string[] = EVENT_NAMES.filter(
  (name) => name !== 'rzp-error' && name !== 'rzp-statechange',
);

export const sayState = (state: string): void => console.info('rzp-magic-button: state', state);

/** Says which event happens, unless the console hears of it anyway. */
export function sayEvent({type}: Event): void {
  if (TOLD.includes(type)) console.info('rzp-magic-button:', type);
}

/** What an element that has left the page tells is told once more, at the document. */
const told = new WeakSet<Event>();

/** Says each event that is fired at a target itself, while somebody asks for it. */
export function narrate(target: EventTarget, isAsked = () => true): void {
  const say = (event: Event) => {
    if (event.eventPhase !== Event.AT_TARGET || told.has(event) || !isAsked()) return;
    told.add(event);
    sayEvent(event);
  };
  for (const type of TOLD)
    // By the browser's own: a button takes who listens to its payments for who confirms them.
    EventTarget.prototype.addEventListener.call(target, type, say, {capture: true});
}
