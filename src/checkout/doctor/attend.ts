import {isOn} from '../shell/attributes.js';
import {safeDocument} from '../shell/safe-document.js';
import type {Advised} from './advise.js';
import {watchModals} from './page/modal-above.js';
import {narrate} from './narrate.js';
import {misspelt} from './spelling/misspelt.js';
import {Visit, type Examination} from './visit.js';
import {watchPolicy} from './page/watch-policy.js';

const visits = new Map<unknown, Visit>();

/** Looks at an element, and again whenever something becomes of it, and says what that is. */
export function attend(host: Advised, {read, judge}: Pick<Examination, 'read' | 'judge'>): void {
  const known = visits.has(host);
  const name = host.localName;
  const visit = visitOf(host, {name, element: host, read, judge, misspelt: () => misspelt(host)});
  if (!known) follow(host, visit);
  if (safeDocument.readyState !== 'loading') void visit.look();
}

/** Returns the visit that one is looked at by: how it is looked at now. */
export function visitOf(patient: unknown, examination: Examination): Visit {
  if (!visits.size) begin();
  const visit = visits.get(patient) ?? new Visit(examination);
  visits.set(patient, visit);
  visit.examination = examination;
  return visit;
}

function begin(): void {
  watchPolicy(lookAtAll);
  watchModals(lookAtAll);
  // What stands further down is not there before.
  safeDocument.addEventListener('DOMContentLoaded', lookAtAll);
}

const lookAtAll = () => {
  for (const visit of visits.values()) void visit.look();
};

let isFirst = true;

function follow(host: Advised, visit: Visit): void {
  const enter = () => visit.enter(host.state);
  host.addEventListener('rzp-statechange', enter);
  host.addEventListener('rzp-analytics', () => visit.isMagic());
  narrate(host, () => isOn(host.debug));
  // There what an element tells that has left the page, and what became of an earlier page view.
  if (isFirst) narrate(document);
  isFirst = false;
  // It was pressed before anybody looked.
  if (host.state !== 'idle') enter();
}
