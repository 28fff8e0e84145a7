import type {Attempts} from './attempts.js';
import {BackButton} from './back-button.js';
import type {Ending} from './ending.js';
import type {Session} from './session.js';
import {previousOf} from './steps-back.js';

/** The ways out of the checkout without paying. */
export class Leaving {
  readonly #session: Session;
  readonly #attempts: Attempts;
  readonly #ending: Ending;
  readonly #backButton = new BackButton(() => this.#back());

  constructor(session: Session, attempts: Attempts, ending: Ending) {
    this.#session = session;
    this.#attempts = attempts;
    this.#ending = ending;
  }

  /** With `modal.handleback` the browser's back button is the checkout's as long as it is open. */
  catchBack(): void {
    if (this.#session.state.settings?.handleBack) this.#backButton.arm();
  }

  escape(): void {
    const {isLeaving, settings} = this.#session.state;
    if (isLeaving) this.stay();
    else if (settings?.escape) this.requestClose();
  }

  clickBackdrop(): void {
    if (this.#session.state.settings?.backdropClose) this.requestClose();
  }

  /** The shopper wants to leave: asks first with `confirm_close`, and always during a payment. */
  requestClose(): void {
    const {attempt, isBusy, screen, settings} = this.#session.state;
    if (screen === 'closed' || screen === 'success') return;
    if (settings?.confirmClose || attempt || isBusy) this.#session.update({isLeaving: true});
    else this.#ending.dismiss();
  }

  stay(): void {
    this.#session.update({isLeaving: false});
  }

  /** Leaves for good; a payment under way is given up. */
  leave(): Promise<void> {
    return this.#attempts.giveUp();
  }

  /** A step back, and from the first step out. */
  #back(): void {
    const {state} = this.#session;
    const {attempt, isBusy, isLeaving, screen} = state;
    if (screen === 'closed') return;
    const previous = attempt || isBusy ? undefined : previousOf(state);
    if (isLeaving) this.stay();
    else if (previous) this.#session.update({screen: previous, errors: {}, failure: undefined});
    else this.requestClose();
    if (this.#session.isOpen) this.catchBack();
  }
}
