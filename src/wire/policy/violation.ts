/** What the page's content security policy kept out, as the browser tells it. */
export interface Violation {
  /** Directive that kept it out, `script-src-elem` for example. */
  readonly directive: string;
  /** Address of it, or what it is: `inline`, `eval`, `trusted-types-policy`. */
  readonly blocked: string;
  /** The whole policy. */
  readonly policy: string;
  /** Whether it was kept out, or would be: by a policy that only reports. */
  readonly disposition?: 'enforce' | 'report';
}

/** Who else stands for a directive that a policy does not name. */
const FALLBACKS: Readonly<Record<string, readonly string[]>> = {
  'script-src-elem': ['script-src'],
  'script-src-attr': ['script-src'],
  'style-src-elem': ['style-src'],
  'style-src-attr': ['style-src'],
  'frame-src': ['child-src'],
  'worker-src': ['child-src', 'script-src'],
};

/** Returns who was kept out: the origin of an address, else what it is. */
export function keptOut({blocked}: Violation): string {
  try {
    const {origin, protocol} = new URL(blocked);
    return origin === 'null' ? protocol : origin;
  } catch {
    return `'${blocked}'`;
  }
}

/** Returns the directive that lets it in: what the policy has of it already, and the host. */
export function directiveFor(violation: Violation): string {
  const {policy} = violation;
  const directive = isTrustedTypes(violation) ? 'trusted-types' : violation.directive;
  const rows = new Map(
    policy.split(';').map((row) => {
      const [name = '', ...sources] = row.trim().split(/\s+/);
      return [name.toLowerCase(), sources];
    }),
  );
  const named = [directive, ...(FALLBACKS[directive] ?? [])].find((name) => rows.has(name));
  const sources = rows.get(named ?? 'default-src') ?? [];
  const kept = sources.filter((source) => source !== "'none'").map(withoutNonce);
  const name = named ?? directive.replace(/-(elem|attr)$/, '');
  return [name, ...kept, sourceOf(violation)].join(' ');
}

function sourceOf(violation: Violation): string {
  if (isTrustedTypes(violation)) return 'rzp-magic-button';
  return violation.blocked === 'inline' ? "'unsafe-inline'" : keptOut(violation);
}

/** A policy that is not named, or an address that was made without one. */
const isTrustedTypes = ({blocked}: Violation) => blocked.startsWith('trusted-types');

/** It is another at each answer of the server. */
const withoutNonce = (source: string) => source.replace(/^'nonce-.*'$/, "'nonce-…'");
