import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../design/button.tsx'
import { DefinitionRows } from '../../design/definition-rows.tsx'
import { useText } from '../../i18n/use-text.ts'
import { OtherDeskButton } from '../setup/other-desk-button.tsx'

/** Which desk is open, how its data is locked, and the way to the other one. */
export function ProtectionFacts({ setup }: { readonly setup: Extract<OutputOf<'setup.state'>, { state: 'ready' }> }) {
  const text = useText()
  const navigate = useNavigate()
  return (
    <>
      <DefinitionRows
        rows={[
          [text('protection.desk'), text(`protection.desk.${setup.desk}`)],
          [text('protection.key'), text(`protection.${setup.protection}`)],
          [text('protection.data'), text('protection.data.text')],
        ]}
      />
      <div className="od-form-actions">
        {setup.hasOffice ? (
          <OtherDeskButton desk={setup.desk} hasOffice />
        ) : (
          <Button onPress={() => void navigate(paths.setup)}>{text('setup.open.new_office')}</Button>
        )}
      </div>
    </>
  )
}
