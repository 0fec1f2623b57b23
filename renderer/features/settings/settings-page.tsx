import type { ReactNode } from 'react'
import { useRead } from '../../api/queries.ts'
import { Page } from '../../app/page-header.tsx'
import { useText } from '../../i18n/use-text.ts'
import { CarrierPanel } from '../practice-carrier/carrier-panel.tsx'
import { AccountPart } from './account/account-part.tsx'
import { AppearanceFields } from './appearance-fields.tsx'
import { LinesPart } from './lines/lines-part.tsx'
import { MediaFields } from './media-fields.tsx'
import { OptOutFields } from './opt-out-fields.tsx'
import { PracticeFields } from './practice-fields.tsx'
import { ReceiverPart } from './receiver/receiver-part.tsx'
import { RulesFields } from './rules/rules-fields.tsx'
import { ProtectionFacts } from './protection-facts.tsx'
import { ScanFolderFields } from './scan-folder/scan-folder-fields.tsx'
import { StaffFields } from './staff-fields.tsx'
import './settings.css'

/** What the office sets once: who it is, who works here, how it looks, how data is protected. */
export function SettingsPage() {
  const text = useText()
  const setup = useRead('setup.state', {}).value
  const isPractice = setup?.state === 'ready' && setup.desk === 'practice'
  return (
    <Page title={text('place.settings')}>
      <div className="od-settings">
        <Part name="practice">
          <PracticeFields />
        </Part>
        <Part name="staff">
          <StaffFields />
        </Part>
        <Part name="account">{setup && <AccountPart desk={setup.desk} />}</Part>
        {setup?.desk === 'office' && (
          <>
            <Part name="lines">
              <LinesPart />
            </Part>
            <Part name="receiver">
              <ReceiverPart />
            </Part>
          </>
        )}
        <Part name="opt_outs">
          <OptOutFields />
        </Part>
        <Part name="appearance">
          <AppearanceFields />
        </Part>
        <Part name="scan_folder">
          <ScanFolderFields />
        </Part>
        <Part name="rules">
          <RulesFields />
        </Part>
        <Part name="media">
          <MediaFields />
        </Part>
        <Part name="protection">{setup?.state === 'ready' && <ProtectionFacts setup={setup} />}</Part>
        {isPractice && (
          <Part name="carrier">
            <CarrierPanel />
          </Part>
        )}
        {setup?.state === 'ready' && (
          <p className="od-meta">{text('settings.version', { version: setup.appVersion })}</p>
        )}
      </div>
    </Page>
  )
}

function Part({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const text = useText()
  return (
    <section className="od-settings-part" aria-labelledby={`settings-${name}`}>
      <div>
        <h2 id={`settings-${name}`}>{text(`settings.${name}`)}</h2>
        <p className="od-meta">{text(`settings.${name}.text`)}</p>
      </div>
      <div className="od-settings-fields">{children}</div>
    </section>
  )
}
