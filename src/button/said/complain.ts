import type {Complaint} from './complaints.js';

const made = new Set<string>();

/** Says to the developer what a button can't use, once a page. */
export function complain(...complaint: Complaint): void {
  const short = complaint.join(' ');
  if (made.has(short)) return;
  made.add(short);
  void import('./complaints.js').then(
    ({say}) => say(complaint),
    () => console.error(short),
  );
}
