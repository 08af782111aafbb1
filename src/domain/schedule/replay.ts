/** The values of an iterable, each made when it is first asked for, and kept for whoever asks again. */
export function replay<T>(source: Iterable<T>): Iterable<T> {
  const kept: T[] = []
  const iterator = source[Symbol.iterator]()
  return {
    *[Symbol.iterator]() {
      for (let index = 0; ; index += 1) {
        if (index === kept.length) {
          const step = iterator.next()
          if (step.done === true) return
          kept.push(step.value)
        }
        yield kept[index] as T
      }
    },
  }
}
