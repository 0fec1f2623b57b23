import { Disclosure } from '../../design/disclosure.tsx'
import { Notice } from '../../design/notice.tsx'
import { useText } from '../../i18n/use-text.ts'
import { PURPOSES } from './check-draft.ts'
import { SheetFields } from './check-fields.tsx'
import { ReadConsentRow, ReadDate, ReadSignature } from './read-answers.tsx'
import { ReadPersonFields } from './read-fields.tsx'
import type { ReadPart } from './read-fields.tsx'
import { TwinNote } from './reading-note.tsx'
import type { FormCheck } from './use-form-check.ts'

/** The right side for a sheet that was read: the ink of each field over what was read in it, for a person to confirm. */
export function ReadCheck({ check, part }: { readonly check: FormCheck; readonly part: ReadPart }) {
  const text = useText()
  const { draft, change, version } = check
  const language = text(`language.${draft.language}`)
  return (
    <>
      <TwinNote twins={part.sheet.twins} />
      <ReadPersonFields {...part} known={check.known} />
      {PURPOSES.filter((purpose) => part.sheet.places.boxes[purpose]).map((purpose) => (
        <ReadConsentRow
          key={purpose}
          purpose={purpose}
          sheet={part.sheet}
          page={part.page}
          sentence={version?.sentences[purpose] ?? ''}
          value={draft.agreed[purpose]}
          onChange={(isAgreed) => change({ agreed: { ...draft.agreed, [purpose]: isAgreed } })}
        />
      ))}
      <ReadSignature {...part} />
      {draft.isSigned === false ? (
        <Notice tone="unsure" isAnswer>
          {text('forms.not_signed')}
        </Notice>
      ) : (
        <ReadDate {...part} />
      )}
      <Disclosure title={text('forms.version.choice', { code: version?.code ?? '', language })}>
        <SheetFields {...check} />
      </Disclosure>
    </>
  )
}
