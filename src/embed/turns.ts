/**
 * The first app of a page downloads what all share; the others wait until it has it, and have it from there. Two that
 * start at once would each ask the server.
 */
export interface Turns {
  /** Whether one has loaded it. */
  readonly loaded: boolean;
  /**
   * Resolves when it is time to start, with what says that the shared part is here, or that this one gives up: then the
   * next one tries. May be called again.
   */
  take(): Promise<(outcome: 'loaded' | 'gave_up') => void>;
}

export function make_turns(): Turns {
  let loaded = false;
  let before: Promise<void> = Promise.resolve();
  return {
    get loaded() {
      return loaded;
    },
    async take() {
      if (loaded) return () => undefined;
      const earlier = before;
      let pass = (): void => undefined;
      before = new Promise((resolve) => {
        pass = resolve;
      });
      await earlier;
      return (outcome) => {
        if (outcome === 'loaded') loaded = true;
        pass();
      };
    },
  };
}
