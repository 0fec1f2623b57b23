import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead, useWrite } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { groupPhone } from '../../design/phone-text.ts'
import { PrivateText } from '../../design/private-text.tsx'
import { Select } from '../../design/select.tsx'
import { TextField } from '../../design/text-field.tsx'
import { showToast } from '../../design/toast.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useDrawnText, useText } from '../../i18n/use-text.ts'

type Book = OutputOf<'carrier.get'>['book']

const STOP = 'STOP'

/** A phone at the other end: pick whose it is and answer as that person would. */
export function PhoneReply({ book }: { readonly book: Book }) {
  const text = useText()
  const drawn = useDrawnText()
  const errorText = useErrorText()
  const reply = useWrite('carrier.reply')
  const phones = usePhones(book)
  const [chosen, setChosen] = useState<string | null>(null)
  const [body, setBody] = useState('')
  const phone = phones.find(({ value }) => value === chosen) ?? phones[0]
  if (!phone) return <p className="od-meta">{text('carrier.nobody')}</p>
  const send = async (words: string) => {
    if (words.trim() === '' || reply.isRunning) return
    const sent = await reply.run({ e164: phone.value, body: words })
    if (!sent.ok) return
    setBody('')
    showToast({ text: drawn('carrier.replied', { name: <PrivateText>{phone.name}</PrivateText> }) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void send(body)
  }
  return (
    <div className="od-carrier-reply">
      <Select label={text('carrier.person')} choices={phones} value={phone.value} onChange={setChosen} />
      <div onKeyDown={onKeyDown}>
        <TextField
          label={drawn('carrier.words', { name: <PrivateText>{phone.name}</PrivateText> })}
          value={body}
          onChange={setBody}
          maxLength={1600}
          isPrivate
        />
      </div>
      <div className="od-carrier-reply-buttons">
        <Button isDisabled={body.trim() === ''} isPending={reply.isRunning} onPress={() => void send(body)}>
          {text('carrier.reply')}
        </Button>
        <Button onPress={() => void send(STOP)}>{text('carrier.stop')}</Button>
      </div>
      {reply.error && (
        <Notice tone="brick" isAnswer>
          {errorText(reply.error)}
        </Notice>
      )}
    </div>
  )
}

/** Every phone that something arrived on, the last first, by the name of its owner where there is one. */
function usePhones(book: Book) {
  const threads = useRead('threads.list', {}).value?.threads ?? []
  const written = book.map(({ to, displayName }) => [to, displayName] as const)
  const names = new Map([...written, ...threads.map(({ e164, displayName }) => [e164, displayName] as const)])
  return [...names].map(([value, name]) => {
    const number = groupPhone(value)
    return { value, name, text: name === number ? name : `${name}, ${number}`, isPrivate: true }
  })
}
