import { TextArea, valueOf } from '../../ui/form.tsx'
import { choices } from './forms.ts'
import { Choose, optionsOf, type FieldsProps } from './parts-choose.tsx'
import { topicMessages as words } from './target-messages.ts'

/** `mayKeep`: the topics of the plan that is replaced are none that lines could hold. */
export function TopicFields({ view, state, mayKeep }: FieldsProps & { mayKeep: boolean }) {
  const isSaid = mayKeep || valueOf(state, 'topics') !== '' || state.errors.topics !== undefined
  const per = mayKeep ? choices.topicsPer : choices.topicsPer.filter((each) => each !== 'kept')
  return (
    <details class="fold of-planned" open={isSaid}>
      <summary>{view.t(words.fold)}</summary>
      <div class="fields">
        <TextArea
          view={view}
          state={state}
          name="topics"
          label={view.t(words.topics)}
          hint={view.t(words.topicsHint)}
        />
        <Choose
          view={view}
          state={state}
          name="topicsPer"
          label={words.per}
          options={optionsOf(view, per, [
            words.perOccurrence,
            words.perMonth,
            words.perQuarter,
            words.perKept,
          ])}
        />
      </div>
    </details>
  )
}
