import { Page } from '../../app/page-header.tsx'
import { useRead } from '../../api/queries.ts'
import { Skeleton } from '../../design/skeleton.tsx'
import { useText } from '../../i18n/use-text.ts'
import { OfficeForm } from './office-form.tsx'
import { OtherDeskButton } from './other-desk-button.tsx'
import './setup.css'

/** From practice to the office's own desk: one form, then the recovery code. */
export function SetUpOfficePage() {
  const text = useText()
  const setup = useRead('setup.state', {}).value
  const protection = useRead('setup.protection', {}).value
  const hasOffice = setup?.hasOffice === true
  return (
    <Page title={text('setup.title')}>
      <div className="od-form-page">
        <p className="od-lead">{text(hasOffice ? 'setup.has_office' : 'setup.lead')}</p>
        {hasOffice && setup.state === 'ready' && (
          <div>
            <OtherDeskButton desk={setup.desk} hasOffice />
          </div>
        )}
        {!hasOffice && !protection && <Skeleton />}
        {!hasOffice && protection && <OfficeForm {...protection} />}
      </div>
    </Page>
  )
}
