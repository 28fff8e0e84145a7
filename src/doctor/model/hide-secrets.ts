/**
 * Makes a function that takes secrets out of a text, in each of the ways that a server may echo them:
 * as they are, in an address, in JSON, and as the password of a request.
 */
export function hideSecrets(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      new URLSearchParams({'': secret}).toString().slice(1),
      JSON.stringify(secret).slice(1, -1),
      btoa(String.fromCharCode(...new TextEncoder().encode(secret))),
    ])
    // The longest first: one may begin like another.
    .sort((a, b) => b.length - a.length);
  return (text) => forms.reduce((said, form) => said.replaceAll(form, '[secret]'), text);
}
