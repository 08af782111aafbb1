import { typedMany, type Typed } from '../platform/validation.ts'

/** Fields of a form that waits to be sent once more, as they were typed. */
export function CarriedFields({ typed }: { typed: Typed }) {
  return (
    <>
      {Object.keys(typed).flatMap((name) =>
        typedMany(typed, name).map((value) => <input type="hidden" name={name} value={value} />),
      )}
    </>
  )
}
