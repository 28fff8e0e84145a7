/** One tab of a Chromium, driven by the protocol of its developer tools. */
export interface Tab {
  send(method: string, params?: object): Promise<unknown>;
  on(event: string, listener: (params: unknown) => void): void;
}

export interface Browser {
  readonly tab: Tab;
  close(): Promise<void>;
}
