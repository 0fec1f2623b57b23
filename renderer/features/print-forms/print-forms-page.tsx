import { ArrowLeft } from 'lucide-react'
import { useNavigate } from 'react-router'
import { usePageCommand } from '../../app/command-center.tsx'
import { Page } from '../../app/page-header.tsx'
import { paths } from '../../app/paths.ts'
import { Button } from '../../design/button.tsx'
import { useText } from '../../i18n/use-text.ts'
import { PrintForms } from './print-forms.tsx'

/** The place of blank forms: reached from the signed ones, and left to them. */
export function PrintFormsPage() {
  const text = useText()
  const navigate = useNavigate()
  const goBack = () => void navigate(paths.forms)
  usePageCommand('page.back', goBack)
  const back = (
    <Button kind="plain" icon={ArrowLeft} keys="Escape" onPress={goBack}>
      {text('forms.all')}
    </Button>
  )
  return (
    <Page title={text('print.title')} actions={back}>
      <PrintForms />
    </Page>
  )
}
