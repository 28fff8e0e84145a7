/** A knob of the playground, as the script in the page reads it. */
export interface KnobData {
  readonly name: string;
  readonly kind: 'word' | 'flag' | 'number' | 'colour' | 'text';
  readonly words: readonly string[];
  readonly about: string;
  readonly group: string;
  /** By what it stands at the beginning. */
  readonly value?: string;
  /** What it is where it is absent. */
  readonly usual?: string;
}
