import { ArrowLeft, Printer, ScanText } from 'lucide-react'
import { useRef } from 'react'
import { useNavigate, useParams } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { Page } from '../../app/page-header.tsx'
import { paths } from '../../app/paths.ts'
import { useIntent } from '../../app/use-intent.ts'
import { Button } from '../../design/button.tsx'
import { FileButton } from '../../design/file-button.tsx'
import { PageDrop } from '../../design/page-drop.tsx'
import { useText } from '../../i18n/use-text.ts'
import { useSamples } from '../samples/use-samples.ts'
import { FormPage } from './form-page.tsx'
import { FormsHome } from './forms-home.tsx'
import './forms.css'
import './read-check.css'
import { RefusedFiles } from './refused-files.tsx'
import { useAddForms } from './use-add-forms.ts'

const ACCEPTED = ['image/*', '.tif', '.tiff', 'application/pdf', '.pdf'] as const

/** Signed sheets: bring them in, check them one after the other, find them again. */
export function FormsPage() {
  const text = useText()
  const navigate = useNavigate()
  const formId = useParams()['*'] || undefined
  const { addFiles, waiting, refused, putAway } = useAddForms()
  const toCheck = useRead('forms.list', { state: 'to_check' }).value?.forms
  const [first] = toCheck ?? []
  const samples = useSamples()
  const chooser = useRef<HTMLDivElement>(null)
  const choose = () => chooser.current?.querySelector('button')?.click()
  usePageCommand('do.add_form', choose)
  useIntent('add', choose)
  usePageCommand('page.back', () => void navigate(paths.forms), { isOff: formId === undefined })
  usePageCommand('page.primary', () => void navigate(paths.form(first?.id ?? '')), {
    isOff: formId !== undefined || first === undefined,
  })
  const actions = (
    <>
      {formId !== undefined && (
        <Button kind="plain" icon={ArrowLeft} keys="Escape" onPress={() => void navigate(paths.forms)}>
          {text('forms.all')}
        </Button>
      )}
      {formId === undefined && (
        <Button icon={Printer} keys="p" onPress={() => void navigate(paths.printForms)}>
          {text('command.print_forms')}
        </Button>
      )}
      <div ref={chooser}>
        <FileButton
          buttonText={text('command.add_form')}
          keys="f"
          accept={ACCEPTED}
          isMany
          onFiles={(files) => void addFiles(files)}
        />
      </div>
      {formId === undefined && first && (
        <Button kind="primary" icon={ScanText} keys="Mod+Enter" onPress={() => void navigate(paths.form(first.id))}>
          {text('forms.start', { count: toCheck?.length ?? 0 })}
        </Button>
      )}
    </>
  )
  const meta = waiting > 0 ? text('forms.adding', { count: waiting }) : undefined
  return (
    <Page title={text('place.forms')} meta={meta} actions={actions}>
      <PageDrop words={text('forms.drop')} onFiles={(files) => void addFiles(files)}>
        <div className="od-forms">
          {formId === undefined && <RefusedFiles refused={refused} onPutAway={putAway} />}
          {formId === undefined ? (
            <FormsHome onSamples={samples && (async () => addFiles(await samples.forms()))} />
          ) : (
            <FormPage formId={decodeURIComponent(formId)} />
          )}
        </div>
      </PageDrop>
    </Page>
  )
}
