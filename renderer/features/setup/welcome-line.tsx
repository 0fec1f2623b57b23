import { useState } from 'react'
import { X } from 'lucide-react'
import { useNavigate } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { paths } from '../../app/paths.ts'
import { Button, IconButton } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { useText } from '../../i18n/use-text.ts'

/** Kept on this computer and not in the store: it says nothing about anybody. */
const DISMISSED = 'optdesk.welcome-read'

/** The one line that greets a first start in practice; once put away it does not come back. */
export function WelcomeLine() {
  const text = useText()
  const navigate = useNavigate()
  const setup = useRead('setup.state', {}).value
  const [isRead, setRead] = useState(() => localStorage.getItem(DISMISSED) !== null)
  const isGreeting = setup?.state === 'ready' && setup.desk === 'practice' && !setup.hasOffice && !isRead
  if (!isGreeting) return null
  const putAway = () => {
    localStorage.setItem(DISMISSED, 'yes')
    setRead(true)
  }
  const actions = (
    <>
      <Button onPress={() => void navigate(paths.setup)}>{text('setup.open.new_office')}</Button>
      <IconButton icon={X} label={text('common.put_away')} onPress={putAway} />
    </>
  )
  return (
    <div className="od-today-welcome">
      <Notice actions={actions}>{text('practice.welcome')}</Notice>
    </div>
  )
}
