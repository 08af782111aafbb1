/** What D1 says when an answer got lost on the way: asking again helps. */
const transient =
  /Network connection lost|reset because its code was updated|object to be reset|Cannot resolve D1 DB due to transient issue/i

/** What D1 says when it has too much to do: asking again at once makes it worse. */
const overloaded = /overloaded|exceeded timeout|memory limit|CPU time limit/i

/** The longest pause before each further try, in milliseconds. */
const longestPauses = [50, 2_000]

export function isOverloaded(fault: unknown): boolean {
  return fault instanceof Error && /D1/.test(fault.message) && overloaded.test(fault.message)
}

/** Of a write nobody knows whether it was kept. */
export function isTransient(fault: unknown): boolean {
  return fault instanceof Error && !overloaded.test(fault.message) && transient.test(fault.message)
}

/** For what may be asked twice, which is reading only: three tries with a random pause before each further one. */
export async function askedAgain<T>(ask: () => Promise<T>): Promise<T> {
  for (const longestPause of longestPauses) {
    try {
      return await ask()
    } catch (fault) {
      if (!isTransient(fault)) throw fault
      await pause(Math.random() * longestPause)
    }
  }
  return ask()
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
