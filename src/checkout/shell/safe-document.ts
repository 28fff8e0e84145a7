/**
 * The document with what the browser gives it, and nothing of what HTML can put in its place: on a
 * page with `<img name="body">`, `document.body` is that image. It answers for the document and is
 * none itself, so it can't be handed on as a node.
 */
export const safeDocument = new Proxy({} as Document, {
  get(_, name) {
    const value: unknown = Reflect.get(Document.prototype, name, document);
    return typeof value === 'function' ? (value.bind(document) as unknown) : value;
  },
});
