import {ownGlobal} from '../../shell/own-global.js';
import {safeDocument} from '../../shell/safe-document.js';
import type {Violation} from '../../../wire/policy/violation.js';

/** A violation as it is reported. TypeScript does not know it. */
interface CspReport extends ReportBody {
  readonly effectiveDirective: string;
  readonly blockedURL: string | null;
  readonly originalPolicy: string;
  readonly disposition: SecurityPolicyViolationEventDisposition;
}

/** What the page's policies have kept out, as far as the browser has told. */
export const violations: Violation[] = [];

/** Notes what a policy keeps out, and what it kept out before, where the browser has kept that. */
export function watchPolicy(noted: () => void): void {
  const note = (violation: Violation) => {
    violations.push(violation);
    noted();
  };
  safeDocument.addEventListener('securitypolicyviolation', (event) => {
    const {effectiveDirective: directive, blockedURI: blocked} = event;
    note({directive, blocked, policy: event.originalPolicy, disposition: event.disposition});
  });
  const Observer = ownGlobal('ReportingObserver') as typeof ReportingObserver | undefined;
  if (typeof Observer !== 'function') return;
  const observer = new Observer(
    (reports) => {
      for (const {body} of reports) if (body) note(violationOf(body as CspReport));
    },
    {types: ['csp-violation'], buffered: true},
  );
  observer.observe();
}

const violationOf = (body: CspReport): Violation => ({
  directive: body.effectiveDirective,
  blocked: body.blockedURL ?? '',
  policy: body.originalPolicy,
  disposition: body.disposition,
});
