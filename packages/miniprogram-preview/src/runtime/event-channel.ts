type Listener = (...values: unknown[]) => void;

/** The channel between a page and the page that opened it. Events that are sent before a listener exists are kept. */
export class EventChannel {
  private readonly listeners = new Map<string, Listener[]>();
  private readonly waiting = new Map<string, unknown[][]>();

  on(name: string, listener: Listener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
    const waiting = this.waiting.get(name) ?? [];
    this.waiting.delete(name);
    for (const values of waiting) listener(...values);
  }

  once(name: string, listener: Listener): void {
    const first: Listener = (...values) => {
      this.off(name, first);
      listener(...values);
    };
    this.on(name, first);
  }

  off(name: string, listener?: Listener): void {
    const kept = listener === undefined ? [] : (this.listeners.get(name) ?? []).filter((l) => l !== listener);
    this.listeners.set(name, kept);
  }

  emit(name: string, ...values: unknown[]): void {
    const listeners = this.listeners.get(name) ?? [];
    if (listeners.length === 0) this.waiting.set(name, [...(this.waiting.get(name) ?? []), values]);
    for (const listener of listeners) listener(...values);
  }
}
