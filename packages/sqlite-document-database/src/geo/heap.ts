/** A binary heap that gives the item with the least key first. */
export class Heap<T> {
  private keys: number[] = [];
  private items: T[] = [];

  /** The least key; Infinity when the heap is empty. */
  get least(): number {
    return this.keys.length ? (this.keys[0] as number) : Infinity;
  }

  push(key: number, item: T): void {
    const { keys, items } = this;
    let at = keys.length;
    keys.push(key);
    items.push(item);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (key >= (keys[parent] as number)) break;
      keys[at] = keys[parent] as number;
      items[at] = items[parent] as T;
      at = parent;
    }
    keys[at] = key;
    items[at] = item;
  }

  /** Removes the item with the least key and returns it. */
  pop(): T | undefined {
    const { keys, items } = this;
    const top = items[0];
    const key = keys.pop() as number;
    const item = items.pop() as T;
    const { length } = keys;
    if (length === 0) return top;
    let at = 0;
    while (true) {
      let child = at * 2 + 1;
      if (child >= length) break;
      if (child + 1 < length && (keys[child + 1] as number) < (keys[child] as number)) child++;
      if ((keys[child] as number) >= key) break;
      keys[at] = keys[child] as number;
      items[at] = items[child] as T;
      at = child;
    }
    keys[at] = key;
    items[at] = item;
    return top;
  }
}
