import { EyeOff, FlaskConical, Pause, Play } from 'lucide-react'
import { Button } from 'react-aria-components'
import { Link } from 'react-router'
import { useRead, useWrite } from '../api/queries.ts'
import { WithTooltip } from '../design/tooltip.tsx'
import { useMoment } from '../i18n/use-moment.ts'
import { useText } from '../i18n/use-text.ts'
import { lineWords } from './line-words.ts'
import type { LineWord } from './line-words.ts'
import { useNow } from './use-now.ts'
import { useWindowState } from './window-state.tsx'
import '../design/state-word.css'

/** The bar at the foot: always the truth about the line. */
export function FootBar({ isPractice }: { readonly isPractice: boolean }) {
  const text = useText()
  const moment = useMoment()
  const nowMs = useNow()
  const status = useRead('queue.status', {}).value
  return (
    <footer className="od-foot-bar" aria-label={text('shell.line')}>
      <div className="od-line-words" role="status">
        {status && lineWords(status, moment, nowMs).map((word) => <LineWordView key={word.key} word={word} />)}
      </div>
      <PrivacyWord />
      {status && <HoldButton isHeld={status.isPausedByPerson} />}
      {isPractice && <PracticeWord />}
    </footer>
  )
}

function LineWordView({ word }: { readonly word: LineWord }) {
  const text = useText()
  const { icon: Icon } = word
  const content = (
    <>
      <Icon size={16} aria-hidden />
      <span>{text(word.key, word.values)}</span>
    </>
  )
  if (word.path === undefined) {
    return (
      <span className="od-state" data-tone={word.tone}>
        {content}
      </span>
    )
  }
  return (
    <Link className="od-state" data-tone={word.tone} to={word.path}>
      {content}
    </Link>
  )
}

/** Holds everything back, or lets it go on: nothing has left the building yet, so one press is enough. */
function HoldButton({ isHeld }: { readonly isHeld: boolean }) {
  const text = useText()
  const pause = useWrite('queue.pause')
  const Icon = isHeld ? Play : Pause
  return (
    <WithTooltip text={text(isHeld ? 'line.let_go.why' : 'line.hold.why')}>
      <Button className="od-foot-button" onPress={() => void pause.run({ isPaused: !isHeld })}>
        <Icon size={16} aria-hidden />
        {text(isHeld ? 'line.let_go' : 'line.hold')}
      </Button>
    </WithTooltip>
  )
}

function PracticeWord() {
  const text = useText()
  const { open } = useWindowState()
  return (
    <WithTooltip text={text('practice.explained')}>
      <Button className="od-foot-button od-practice-word" onPress={() => open('carrier')}>
        <FlaskConical size={16} aria-hidden />
        {text('practice.word')}
      </Button>
    </WithTooltip>
  )
}

function PrivacyWord() {
  const text = useText()
  const { isPrivate, togglePrivacy } = useWindowState()
  if (!isPrivate) return null
  return (
    <WithTooltip keys="Shift+Escape">
      <Button className="od-foot-button od-privacy-word" onPress={togglePrivacy}>
        <EyeOff size={16} aria-hidden />
        {text('shell.privacy_on')}
      </Button>
    </WithTooltip>
  )
}
