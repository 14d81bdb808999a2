/** A map that forgets its oldest keys when there are too many. */
export class Newest<Value> {
  readonly #most: number
  readonly #held = new Map<string, Value>()
  constructor(most: number) {
    this.#most = most
  }
  get(key: string): Value | undefined {
    return this.#held.get(key)
  }
  set(key: string, value: Value): void {
    this.#held.delete(key)
    this.#held.set(key, value)
    for (const [oldest] of this.#held) {
      if (this.#held.size <= this.#most) break
      this.#held.delete(oldest)
    }
  }
  /** Whether a key is new; from now on it is not. */
  isNew(key: string, value: Value): boolean {
    const isNew = !this.#held.has(key)
    this.set(key, value)
    return isNew
  }
}
