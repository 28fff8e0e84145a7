/**
 * Draws a text as a QR code, as far as an address of the sandbox needs: bytes, versions 1 to 5, error
 * correction L, which are those of one block.
 *
 * ISO/IEC 18004 · https://www.thonky.com/qr-code-tutorial/
 */

/** Codewords of data and of error correction, by version. */
const BLOCKS = [
  [19, 7],
  [34, 10],
  [55, 15],
  [80, 20],
  [108, 26],
] as const;

/** Error correction L and mask 0, with the bits that protect them. */
const FORMAT_BITS = 0b111011111000100;

type Matrix = (boolean | undefined)[][];

/**
 * The dark modules of the code, row by row.
 *
 * @throws {RangeError} for a text of more than 106 bytes.
 */
export function qrCode(text: string): readonly (readonly boolean[])[] {
  const bytes = new TextEncoder().encode(text);
  const index = BLOCKS.findIndex(([dataLength]) => bytes.length + 2 <= dataLength);
  const block = BLOCKS[index];
  if (!block) throw new RangeError('The text is too long for a QR code of version 5.');
  const data = dataCodewords(bytes, block[0]);
  const codewords = [...data, ...errorCorrection(data, block[1])];
  const size = 21 + 4 * index;
  const matrix: Matrix = Array.from({length: size}, () =>
    new Array<undefined>(size).fill(undefined),
  );
  drawPatterns(matrix, size);
  drawData(matrix, size, codewords);
  return matrix.map((row) => row.map((module) => module === true));
}

/** An SVG path of the dark modules, a unit each. */
export const qrPath = (text: string): {readonly path: string; readonly size: number} => {
  const rows = qrCode(text);
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return {path, size: rows.length};
};

/** Mode "bytes", the length, the bytes, an end, and padding. */
function dataCodewords(bytes: Uint8Array, length: number): number[] {
  const nibbles = [4, bytes.length >> 4, bytes.length & 15];
  for (const byte of bytes) nibbles.push(byte >> 4, byte & 15);
  nibbles.push(0);
  const words: number[] = [];
  for (let at = 0; at < nibbles.length; at += 2) {
    words.push(((nibbles[at] ?? 0) << 4) | (nibbles[at + 1] ?? 0));
  }
  for (let pad = 0xec; words.length < length; pad ^= 0xec ^ 0x11) words.push(pad);
  return words;
}

/** The product of two bytes in the field of QR codes. */
function multiply(left: number, right: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    product ^= ((right >> bit) & 1) * left;
  }
  return product;
}

/** The remainder of the data by the generator polynomial: Reed-Solomon. */
function errorCorrection(data: readonly number[], length: number): number[] {
  const generator = new Array<number>(length).fill(0);
  generator[length - 1] = 1;
  let root = 1;
  for (let degree = 0; degree < length; degree += 1) {
    for (let at = 0; at < length; at += 1) {
      generator[at] = multiply(generator[at] ?? 0, root) ^ (generator[at + 1] ?? 0);
    }
    root = multiply(root, 2);
  }
  const remainder = new Array<number>(length).fill(0);
  for (const word of data) {
    const factor = word ^ (remainder.shift() ?? 0);
    remainder.push(0);
    for (const [at, term] of generator.entries()) {
      remainder[at] = (remainder[at] ?? 0) ^ multiply(term, factor);
    }
  }
  return remainder;
}

function drawPatterns(matrix: Matrix, size: number): void {
  const set = (x: number, y: number, isDark: boolean): void => {
    const row = matrix[y];
    if (row && x >= 0 && x < size) row[x] = isDark;
  };
  for (let at = 0; at < size; at += 1) {
    set(at, 6, at % 2 === 0);
    set(6, at, at % 2 === 0);
  }
  for (const [left, top] of [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const) {
    for (let dy = -1; dy <= 7; dy += 1) {
      for (let dx = -1; dx <= 7; dx += 1) {
        const ring = Math.max(Math.abs(dx - 3), Math.abs(dy - 3));
        set(left + dx, top + dy, ring !== 2 && ring !== 4);
      }
    }
  }
  if (size > 21) {
    for (let dy = -2; dy <= 2; dy += 1) {
      for (let dx = -2; dx <= 2; dx += 1) {
        set(size - 7 + dx, size - 7 + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
      }
    }
  }
  drawFormat(set, size);
}

/** Twice, so that one damaged corner does not lose it. */
function drawFormat(set: (x: number, y: number, isDark: boolean) => void, size: number): void {
  for (let bit = 0; bit < 15; bit += 1) {
    const isDark = ((FORMAT_BITS >> bit) & 1) === 1;
    // Down the column beside the upper left corner, and along the row below it.
    if (bit < 6) set(8, bit, isDark);
    else if (bit < 8) set(8, bit + 1, isDark);
    else if (bit === 8) set(7, 8, isDark);
    else set(14 - bit, 8, isDark);
    if (bit < 8) set(size - 1 - bit, 8, isDark);
    else set(8, size - 15 + bit, isDark);
  }
  set(8, size - 8, true);
}

/** In columns of two from the right, up and down, around what is drawn already. */
function drawData(matrix: Matrix, size: number, codewords: readonly number[]): void {
  let bit = 0;
  let isUpwards = true;
  for (let right = size - 1; right > 0; right -= 2) {
    // The column of the timing pattern is left out.
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const y = isUpwards ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        const row = matrix[y];
        if (!row || row[x] !== undefined) continue;
        const isSet = (((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
        row[x] = isSet !== ((x + y) % 2 === 0);
        bit += 1;
      }
    }
    isUpwards = !isUpwards;
  }
}
