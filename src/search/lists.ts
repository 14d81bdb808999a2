/** Lists of numbers, one after the other: list `n` is `numbers[starts[n]]` up to `numbers[starts[n + 1]]`. */
export type Lists = { starts: Uint32Array; numbers: Uint32Array }

/** Collects numbers, as many as come, where a list of JavaScript's would take twice the memory and more. */
export function growing(): { push: (number: number) => void; length: () => number; done: () => Uint32Array } {
  let numbers = new Uint32Array(1024)
  let length = 0
  return {
    push(number) {
      if (length === numbers.length) {
        const longer = new Uint32Array(2 * length)
        longer.set(numbers)
        numbers = longer
      }
      numbers[length++] = number
    },
    length: () => length,
    done: () => numbers.slice(0, length),
  }
}
