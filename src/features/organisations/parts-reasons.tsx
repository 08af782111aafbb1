import { isBuiltIn, mostOwnReasons, type ExcuseReason } from '../../domain/round/excuse-reasons.ts'
import { defaultSettings } from '../../domain/settings.ts'
import type { Locale } from '../../platform/i18n.ts'
import { CheckboxGroup } from '../../ui/choices.tsx'
import { TextInput } from '../../ui/form.tsx'
import type { View } from '../../ui/view.ts'
import { excuseWord } from '../rounds/parts.tsx'
import { added } from './forms.ts'
import type { FieldsProps } from './parts-settings.tsx'
import { hubMessages, reasonsMessages as words } from './settings-messages.ts'

type ReasonsProps = FieldsProps & { reasons: readonly ExcuseReason[] }

/** Which are in use, what each is called, and room for one more. */
export function ReasonsFields({ view, state, reasons }: ReasonsProps) {
  return (
    <>
      <CheckboxGroup
        view={view}
        state={state}
        name="used"
        label={view.t(hubMessages.excuses)}
        required
        options={reasons.map(({ code }) => ({ value: code, label: excuseWord(view, code), hint: code }))}
      />
      {reasons.map((reason) => (
        <ReasonWords view={view} state={state} reason={reason} />
      ))}
      <AddedReason view={view} state={state} />
    </>
  )
}

function ReasonWords({ view, state, reason: { code } }: FieldsProps & { reason: ExcuseReason }) {
  const field = { view, state, maxlength: 60 }
  return (
    <fieldset class="fields">
      <legend class="label">{excuseWord(view, code)}</legend>
      <div class="field-row">
        <TextInput
          {...field}
          name={`name-${code}`}
          label={view.t(words.name)}
          required={!isBuiltIn(code)}
          {...(isBuiltIn(code) && { placeholder: builtInWord(view, 'zh-CN', code) })}
        />
        <TextInput
          {...field}
          name={`nameEn-${code}`}
          label={view.t(words.nameEn)}
          {...(isBuiltIn(code) && { placeholder: builtInWord(view, 'en', code) })}
        />
      </div>
    </fieldset>
  )
}

/** What it is called where no other words are given. */
function builtInWord(view: View, locale: Locale, code: string): string {
  return excuseWord({ ...view, locale, settings: defaultSettings }, code)
}

function AddedReason({ view, state }: FieldsProps) {
  const field = { view, state }
  return (
    <fieldset class="fields">
      <legend class="label">{view.t(words.add)}</legend>
      <p class="hint">{view.t(words.addHint, { most: mostOwnReasons })}</p>
      <div class="field-row">
        <TextInput {...field} name={`name-${added}`} label={view.t(words.name)} maxlength={40} />
        <TextInput {...field} name={`nameEn-${added}`} label={view.t(words.nameEn)} maxlength={60} />
      </div>
      <TextInput
        {...field}
        name={`code-${added}`}
        label={view.t(words.code)}
        hint={view.t(words.codeHint)}
        maxlength={40}
      />
    </fieldset>
  )
}
