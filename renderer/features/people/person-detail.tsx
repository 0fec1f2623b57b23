import { MessageCircleQuestion, MessageSquarePlus, Octagon, Pencil } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead } from '../../api/queries.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { paths } from '../../app/paths.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { SectionHeading } from '../../design/section-heading.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useMoment } from '../../i18n/use-moment.ts'
import { useText } from '../../i18n/use-text.ts'
import { NoteStopDialog } from '../stops/note-stop-dialog.tsx'
import { NumberStanding } from './number-standing.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { personSentence } from './person-sentence.ts'
import { Timeline } from './timeline.tsx'

type Person = OutputOf<'people.get'>

/** One person: may she be texted and why, her numbers, and all that happened. */
export function PersonDetail({ id }: { readonly id: string }) {
  const errorText = useErrorText()
  const reading = useRead('people.get', { id })
  if (reading.error) return <Notice tone="brick">{errorText(reading.error)}</Notice>
  if (!reading.value) return <Skeleton />
  return <PersonStory person={reading.value} />
}

function PersonStory({ person }: { readonly person: Person }) {
  const text = useText()
  const moment = useMoment()
  const sentence = personSentence(person, moment.date)
    .map((part) => text(part.key, part.values))
    .join(' ')
  return (
    <article className="od-person">
      <PersonHead person={person} />
      <p className="od-lead od-person-sentence">{sentence}</p>
      {person.numbers.length > 0 && (
        <section>
          <SectionHeading>{text('person.numbers', { count: person.numbers.length })}</SectionHeading>
          {person.numbers.map((number) => (
            <NumberStanding key={number.e164} number={number} personId={person.id} />
          ))}
        </section>
      )}
      <section>
        <SectionHeading>{text('person.timeline')}</SectionHeading>
        <Timeline items={person.timeline} />
      </section>
    </article>
  )
}

function PersonHead({ person }: { readonly person: Person }) {
  const text = useText()
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<'edit' | 'stop' | null>(null)
  const close = () => setDialog(null)
  const mayWrite = person.numbers.some(({ state }) => state !== 'said_stop' && state !== 'perhaps_said_stop')
  const undecided = person.numbers.find(({ state }) => state === 'perhaps_said_stop')
  // A stop by text may be said again in a letter, which weighs more; and one of offers may become one of everything.
  const stoppable = person.numbers.map(({ e164 }) => e164)
  usePageCommand('do.note_stop', () => setDialog('stop'), { isOff: stoppable.length === 0 })
  const isAgreed = person.numbers.some(({ state }) => state === 'may_text' || state === 'not_confirmed')
  const contact = [person.email, text(`language.${person.language}`)].filter((part) => part !== '').join(' · ')
  return (
    <header className="od-person-head">
      <div className="od-person-title">
        <h2 className="od-private">{person.displayName}</h2>
        <p className="od-meta od-private">{contact}</p>
      </div>
      {undecided && (
        <Button kind="primary" icon={MessageCircleQuestion} onPress={() => void navigate(paths.thread(undecided.e164))}>
          {text('person.read_answer')}
        </Button>
      )}
      {mayWrite && (
        <Button
          kind={isAgreed && !undecided ? 'primary' : 'quiet'}
          icon={MessageSquarePlus}
          onPress={() => void navigate(paths.composeToPerson(person.id))}
        >
          {text('person.write')}
        </Button>
      )}
      <Button icon={Pencil} onPress={() => setDialog('edit')}>
        {text('common.edit')}
      </Button>
      {stoppable.length > 0 && (
        <Button icon={Octagon} keys="s" onPress={() => setDialog('stop')}>
          {text('person.note_stop')}
        </Button>
      )}
      {dialog === 'edit' && <PersonDialog person={person} onClose={close} onSaved={close} />}
      {dialog === 'stop' && <NoteStopDialog name={person.displayName} numbers={stoppable} onClose={close} />}
    </header>
  )
}
