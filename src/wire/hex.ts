/**
 * Bytes in a memory of their own. Said by what makes them, because compilers before TypeScript 5.7
 * don't know which memory an array has, and refuse to read its name.
 */
export type Bytes = ReturnType<Uint8ArrayConstructor['of']>;

/** 32 bytes in hex: a signature, or another digest of SHA-256. */
export const SHA256_HEX = /^[0-9a-f]{64}$/i;

/** Writes bytes in lower-case hex. */
export const toHex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Returns 128 random bits in hex. Not randomUUID: browsers lack it on plain http. */
export const randomHex = (): string => toHex(crypto.getRandomValues(new Uint8Array(16)).buffer);

/** Reads bytes from hex, two digits each. */
export const fromHex = (hex: string): Bytes =>
  Uint8Array.from(hex.match(/../g) ?? [], (digits) => parseInt(digits, 16));
