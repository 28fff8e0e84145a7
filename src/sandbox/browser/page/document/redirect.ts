/** Browsers in which the checkout can't call back into the page. */
const REDIRECT_AGENTS =
  /; wv\) |Gecko\) Version\/[^ ]+ Chrome|Windows Phone|Opera Mini|UCBrowser|CriOS|FB_IAB|FBAN|Instagram|iPhone|iPad|Android 4/;

export const isRedirectAgent = (): boolean => REDIRECT_AGENTS.test(navigator.userAgent);

export interface Redirect {
  readonly url: string;
  readonly content?: unknown;
  readonly method?: string;
  readonly target?: string;
}

/** Leaves the page by a form, as a bank's page would: nested fields become `error[code]`. */
export function submitForm({url, content, method = 'post', target = '_top'}: Redirect): void {
  const form = document.createElement('form');
  form.action = url;
  form.method = method;
  form.target = target;
  for (const [name, value] of fields(content)) {
    const input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}

/** A failure as it is posted: what it is about is a JSON text. */
export const failureFields = (error: {readonly metadata?: unknown}): object => ({
  error: {
    ...error,
    ...(error.metadata !== undefined && {metadata: JSON.stringify(error.metadata)}),
  },
});

function fields(value: unknown, path = ''): [name: string, value: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'number' || typeof value === 'boolean') return [[path, String(value)]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, nested]) =>
    fields(nested, path ? `${path}[${name}]` : name),
  );
}
