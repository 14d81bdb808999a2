/** Lists of numbers, one after the other: list `n` is `numbers[starts[n]]` up to `numbers[starts[n + 1]]`. */
export type Lists = { starts: Uint32Array; numbers: Uint32Array }

type Kind<Numbers> = { new (length: number): Numbers }

/** Collects numbers, as many as come, where a list of JavaScript's would take twice the memory and more. */
export function growing<Numbers extends Uint32Array | Uint16Array | Float32Array>(
  kind: Kind<Numbers>,
): {
  push: (number: number) => void
  pushAll: (list: readonly number[]) => void
  length: () => number
  done: () => Numbers
} {
  let numbers = new kind(1024)
  let length = 0
  const makeRoom = () => {
    const longer = new kind(2 * numbers.length)
    longer.set(numbers)
    numbers = longer
  }
  return {
    push(number) {
      if (length === numbers.length) makeRoom()
      numbers[length++] = number
    },
    pushAll(list) {
      while (length + list.length > numbers.length) makeRoom()
      for (let at = 0; at < list.length; at++) numbers[length + at] = list[at] ?? 0
      length += list.length
    },
    length: () => length,
    done: () => numbers.slice(0, length) as Numbers,
  }
}

/** The first of some lists, with each number once in a list, where it first stands. */
export function distinct({ starts, numbers }: Lists, count: number, size: number): Lists {
  const seenIn = new Uint32Array(size)
  const [first, kept] = [new Uint32Array(count + 1), growing(Uint32Array)]
  for (let list = 0; list < count; list++) {
    for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++) {
      const number = numbers[at] ?? 0
      if (seenIn[number] === list + 1) continue
      seenIn[number] = list + 1
      kept.push(number)
    }
    first[list + 1] = kept.length()
  }
  return { starts: first, numbers: kept.done() }
}
