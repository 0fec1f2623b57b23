import { useState } from 'react'
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { useRead } from '../../api/queries.ts'
import { FieldLabel } from '../../design/field-parts.tsx'
import { groupPhone } from '../../design/phone-text.ts'
import { TextStateWord } from '../../design/state-word.tsx'
import { useText } from '../../i18n/use-text.ts'

type PersonRow = OutputOf<'people.search'>['people'][number]

const MOST_SHOWN = 8

/** Finds a person by name or number as one types; choosing adds and empties the field for the next. */
export function PersonFinder(props: { readonly onFound: (person: PersonRow) => void; readonly autoFocus?: boolean }) {
  const text = useText()
  const [typed, setTyped] = useState('')
  const found = useRead(
    'people.search',
    { text: typed, after: null, limit: MOST_SHOWN },
    { isOff: typed.trim() === '', keepsOlder: true },
  )
  const people = typed.trim() === '' ? [] : (found.value?.people ?? [])
  return (
    <ComboBox
      className="od-field"
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={null}
      onSelectionChange={(key) => {
        const person = people.find(({ id }) => id === key)
        if (!person) return
        props.onFound(person)
        setTyped('')
      }}
      items={people}
      menuTrigger="input"
      allowsEmptyCollection={typed.trim() !== ''}
      autoFocus={props.autoFocus ?? false}
    >
      <FieldLabel label={text('compose.find')} />
      <Input
        className="od-input od-private"
        placeholder={text('compose.find.hint')}
        spellCheck="false"
        maxLength={200}
      />
      <Popover className="od-popover" offset={4}>
        <ListBox
          className="od-finder-list"
          renderEmptyState={() => <p className="od-finder-none">{text('compose.find.none')}</p>}
        >
          {(person: PersonRow) => <FoundPerson person={person} />}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

function FoundPerson({ person }: { readonly person: PersonRow }) {
  const text = useText()
  const [number] = person.numbers
  return (
    <ListBoxItem id={person.id} textValue={person.displayName} className="od-option od-finder-option">
      <span className="od-private">{person.displayName}</span>
      <span className="od-meta od-private od-number">
        {number ? groupPhone(number.e164) : text('people.no_number')}
      </span>
      {number && <TextStateWord state={number.state} />}
    </ListBoxItem>
  )
}
