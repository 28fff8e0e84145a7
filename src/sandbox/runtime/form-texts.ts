import type {HonoRequest} from 'hono';

/** The texts of a form that a browser posted, by name; undefined where the body is none. */
export async function formTexts(
  request: HonoRequest,
): Promise<ReadonlyMap<string, string> | undefined> {
  const form = /^multipart\/form-data/i.test(request.header('content-type') ?? '')
    ? // Multipart that is broken rejects.
      Object.entries(await request.parseBody().catch(() => ({})))
    : pairsOf((await request.text()).trim());
  if (!form.length) return undefined;
  return new Map(form.map(([name, value]) => [name, typeof value === 'string' ? value : '']));
}

/** What the text is decides, not its type, as in the REST API: JSON is no form, and nor is a word. */
const pairsOf = (text: string): (readonly [name: string, value: unknown])[] =>
  /^[{[]/.test(text) || !text.includes('=') ? [] : Array.from(new URLSearchParams(text));
