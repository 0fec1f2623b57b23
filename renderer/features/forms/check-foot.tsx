import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useIntl } from 'react-intl'
import { useNavigate } from 'react-router'
import { usePageCommand } from '../../app/command-center.tsx'
import { paths } from '../../app/paths.ts'
import { Button, IconButton } from '../../design/button.tsx'
import { useText } from '../../i18n/use-text.ts'
import type { FormCheck } from './use-form-check.ts'

/** The foot of the checking page: where in the pile one is, what is still open, and the two ways on. */
export function CheckFoot(props: {
  readonly check: FormCheck
  readonly formId: string
  readonly pile: readonly string[]
  readonly onSave: () => void
  readonly onSetAside: () => void
}) {
  const text = useText()
  const { check } = props
  const isUnsigned = check.draft.isSigned === false
  return (
    <footer className="od-check-foot">
      <p className="od-check-open" role="status">
        <OpenWords check={check} />
      </p>
      <div className="od-check-foot-line">
        <PilePlace formId={props.formId} pile={props.pile} />
        <Button kind={isUnsigned ? 'primary' : 'quiet'} keys="Mod+Backspace" onPress={props.onSetAside}>
          {text('forms.set_aside')}
        </Button>
        {!isUnsigned && (
          <Button
            kind="primary"
            keys="Mod+Enter"
            isDisabled={!check.isReady}
            isPending={check.isSaving}
            onPress={props.onSave}
          >
            {text('forms.save')}
          </Button>
        )}
      </div>
    </footer>
  )
}

function OpenWords({ check }: { readonly check: FormCheck }) {
  const text = useText()
  const intl = useIntl()
  if (check.draft.isSigned === false) return text('forms.open.not_signed')
  if (check.open.length === 0) return text('forms.open.nothing')
  const parts = intl.formatList(
    check.open.map((part) => text(`forms.open.${part}`)),
    { type: 'conjunction' },
  )
  return text('forms.open', { parts })
}

/** "2 of 4", with the way to the sheet before and after. */
function PilePlace({ formId, pile }: { readonly formId: string; readonly pile: readonly string[] }) {
  const text = useText()
  const navigate = useNavigate()
  const place = pile.indexOf(formId)
  const go = (id: string | undefined) => {
    if (id !== undefined) void navigate(paths.form(id), { replace: true })
  }
  const [before, after] = [pile[place - 1], pile[place + 1]]
  usePageCommand('page.previous', () => go(before))
  usePageCommand('page.next', () => go(after))
  return (
    <div className="od-pile-place">
      <IconButton
        icon={ChevronLeft}
        label={text('forms.previous')}
        keys="k"
        isDisabled={before === undefined}
        onPress={() => go(before)}
      />
      <span className="od-number">{text('forms.place', { place: place + 1, total: pile.length })}</span>
      <IconButton
        icon={ChevronRight}
        label={text('forms.next')}
        keys="j"
        isDisabled={after === undefined}
        onPress={() => go(after)}
      />
    </div>
  )
}
