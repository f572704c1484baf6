type Listener = (value: never) => void;

/** Named events inside one phone, for `wx.on…` and for the runtime itself. */
const listeners = new Map<string, Set<Listener>>();

export function listen<T>(name: string, listener: (value: T) => void): void {
  const known = listeners.get(name) ?? new Set();
  listeners.set(name, known.add(listener));
}

/** Without a listener, removes all listeners of the name. */
export function unlisten<T>(name: string, listener?: (value: T) => void): void {
  if (listener === undefined) listeners.delete(name);
  else listeners.get(name)?.delete(listener);
}

export function signal<T>(name: string, value: T): void {
  for (const listener of [...(listeners.get(name) ?? [])]) (listener as (value: T) => void)(value);
}

export function hasListener(name: string): boolean {
  return (listeners.get(name)?.size ?? 0) > 0;
}
