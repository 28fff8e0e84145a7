/** An error in a line. Where several addresses were tried, the messages are in its parts. */
export function sayError(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(sayError).join(', ');
  return error instanceof Error ? error.message : String(error);
}
