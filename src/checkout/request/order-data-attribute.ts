/** Reads `order-data='{"sku": "assam"}'`, where it is the JSON of an object. */
export function orderDataAttribute(button: Element): Record<string, unknown> | undefined {
  try {
    const data: unknown = JSON.parse(button.getAttribute('order-data') ?? '');
    return data instanceof Object && !Array.isArray(data) ? {...(data as object)} : undefined;
  } catch {
    return undefined;
  }
}
