import { Plus } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { MERGE_FIELDS } from '../../../shared/domain/merge-fields.ts'
import { Button } from '../../design/button.tsx'
import type { GivenFile } from '../../design/file-button.tsx'
import { MenuButton } from '../../design/menu-button.tsx'
import { TextArea } from '../../design/text-field.tsx'
import { showToast } from '../../design/toast.tsx'
import { useText } from '../../i18n/use-text.ts'
import { AttachButton } from '../attachments/attach-button.tsx'
import { withPictureWords } from '../attachments/attachment.ts'
import type { Attachment } from '../attachments/attachment.ts'
import { insertPiece } from './compose-draft.ts'
import { PartsLine } from './parts-line.tsx'
import { APPOINTMENT_FIELDS, OCCASIONS, STARTERS } from './starters.ts'
import type { Occasion } from './starters.ts'

/** What the editor tells: new words, their language, and how the message is called where it came from a starter. */
export interface Words {
  readonly body?: string
  readonly title?: string
  readonly language?: 'en' | 'es'
}

/** The words of the message: starters, fields that are filled in for each person, and how long it is. */
export function BodyEditor(props: {
  readonly body: string
  readonly attachments: readonly Attachment[]
  readonly hasAppointments: boolean
  readonly onFiles: (files: readonly GivenFile[]) => void
  readonly onChange: (words: Words) => void
}) {
  const text = useText()
  const { body, attachments, onChange } = props
  const area = useRef<HTMLTextAreaElement>(null)
  const caret = useRef<number | null>(null)
  useLayoutEffect(() => {
    if (caret.current === null) return
    area.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  }, [body])
  const insert = (field: string) => {
    const { selectionStart, selectionEnd } = area.current ?? { selectionStart: body.length, selectionEnd: body.length }
    const inserted = insertPiece(body, selectionStart, selectionEnd, `{${field}}`)
    caret.current = inserted.caret
    onChange({ body: inserted.body })
    area.current?.focus()
  }
  const fields = MERGE_FIELDS.filter((field) => props.hasAppointments || !APPOINTMENT_FIELDS.includes(field))
  return (
    <div className="od-editor">
      <div className="od-editor-head">
        <AttachButton onFiles={props.onFiles} />
        <Starters body={body} onChange={onChange} />
      </div>
      <TextArea
        label={text('compose.words')}
        value={body}
        onChange={(typed) => onChange({ body: typed })}
        areaRef={area}
        rows={5}
        maxLength={4000}
        spellCheck
        isPrivate
      />
      <div className="od-editor-fields" role="group" aria-label={text('compose.fields')}>
        {fields.map((field) => (
          <Button key={field} icon={Plus} onPress={() => insert(field)}>
            {text(`field.${field}`)}
          </Button>
        ))}
      </div>
      <PartsLine body={withPictureWords(body, attachments)} isMms={attachments.length > 0} />
    </div>
  )
}

function Starters(props: { readonly body: string; readonly onChange: (words: Words) => void }) {
  const text = useText()
  const choices = OCCASIONS.flatMap((occasion) =>
    (['en', 'es'] as const).map((language) => ({
      id: `${occasion}/${language}`,
      text: text('compose.starter', {
        name: text(`compose.starter.${occasion}`),
        language: text(`language.${language}`),
      }),
    })),
  )
  const start = (id: string) => {
    const [occasion, language] = id.split('/') as [Occasion, 'en' | 'es']
    const before = props.body
    props.onChange({ body: STARTERS[occasion][language], title: text(`compose.starter.${occasion}`), language })
    if (before.trim() === '') return
    showToast({ text: text('compose.started'), undo: () => props.onChange({ body: before }) })
  }
  return (
    <MenuButton choices={choices} onChoose={start}>
      {text('compose.starters')}
    </MenuButton>
  )
}
