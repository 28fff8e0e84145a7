/** What a request says, by name: read by nobody yet, so of any type. */
export type Fields = Readonly<Record<string, unknown>>;
