/** What the gallery shows of a tag: each sample by its name, in sets. */
export const SAMPLES = {
  magic: {
    ready: ['idle', 'disabled', 'error', 'failed'],
    busy: ['preparing', 'open', 'verifying', 'checking'],
    doubt: ['unseen', 'unreachable', 'in doubt before it opens', 'pending', 'rejected'],
    done: [
      'paid',
      'paid, with an order page',
      'placed',
      'placed, with an order page',
      'earlier',
      'earlier, and another cart',
    ],
  },
  pos: {
    ready: ['idle', 'disabled', 'cancelled', 'refused', 'failed', 'order over'],
    busy: ['preparing', 'processing', 'cancelling'],
    doubt: ['unconfirmed', 'unreachable'],
    done: ['paid', 'paid before'],
  },
} as const satisfies Record<string, Record<SampleSet, readonly string[]>>;

export type SampleSet = 'ready' | 'busy' | 'doubt' | 'done';
export type MagicSampleName = (typeof SAMPLES.magic)[SampleSet][number];
export type PosSampleName = (typeof SAMPLES.pos)[SampleSet][number];

const SETS = ['ready', 'busy', 'doubt', 'done'] as const;

/** The names of a set, or of all of them. */
export const samplesOf = (tag: keyof typeof SAMPLES, chosen: string): string[] =>
  SETS.filter((set) => chosen === set || chosen === 'all').flatMap(
    (set): readonly string[] => SAMPLES[tag][set],
  );
