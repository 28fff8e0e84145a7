import type {OptionValues} from './options.js';

/** What the frame is told of a checkout beside its options. */
export interface Metadata {
  openedAt: number;
  isBrave: false;
  isPrivate: false;
  language: string | null;
}

/** A checkout as its frame's host knows it. This file holds types only. */
export interface FramedCheckout {
  readonly id: string;
  readonly modal: {readonly options: OptionValues};
  readonly metadata: Metadata | undefined;
  /** An option, or all that were given, flat. */
  get(name?: string): unknown;
  /** An option that is a text, or an empty one. */
  text(name: string): string;
  /** Tells the frame too while it is open. */
  set(name: string, value: unknown): void;
  emit(event: string, payload?: unknown): unknown;
  close(): void;
}
