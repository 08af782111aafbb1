import { fieldId, TextInput, type InputProps } from './form.tsx'
import { Icon } from './icon.tsx'
import { copyMessages } from './messages.ts'

type CopyFieldProps = Omit<InputProps, 'state' | 'required'> & {
  value: string
  /** the button's words */
  copy: string
}

/** What is shown to be taken along, with a button that copies it where scripts run. */
export function CopyField({ value, copy, ...props }: CopyFieldProps) {
  const { view, name } = props
  return (
    <>
      <TextInput {...props} state={{ values: { [name]: value }, errors: {} }} required />
      <p>
        <button
          type="button"
          class="button button-plain"
          hidden
          data-copy={fieldId(name)}
          data-copied={view.t(copyMessages.copied)}
        >
          <Icon name="copy" />
          {copy}
        </button>
      </p>
    </>
  )
}
