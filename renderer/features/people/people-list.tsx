import { useRef } from 'react'
import type { OutputOf } from '../../../shared/ipc/contract.ts'
import { usePeoplePages } from '../../api/queries.ts'
import { usePageCommand } from '../../app/command-center.tsx'
import { Notice } from '../../design/notice.tsx'
import { PickList } from '../../design/pick-list.tsx'
import { PhoneNumber, PrivateText } from '../../design/private-text.tsx'
import { SearchField } from '../../design/search-field.tsx'
import { Select } from '../../design/select.tsx'
import type { TextStateName } from '../../design/state-look.ts'
import { TextStateWord } from '../../design/state-word.tsx'
import { useErrorText } from '../../i18n/error-text.tsx'
import { useText } from '../../i18n/use-text.ts'

type PersonRow = OutputOf<'people.search'>['people'][number]

/** What the list of people shows: who matches the words, and in which state. */
export interface PeopleFilter {
  readonly text: string
  readonly state: TextStateName | 'any'
}

const STATES = ['any', 'may_text', 'not_confirmed', 'did_not_agree', 'perhaps_said_stop', 'said_stop'] as const

/** The reading behind the list and its count: both ask the same question, so it is asked once. */
function useFilteredPeople(filter: PeopleFilter) {
  return usePeoplePages({
    text: filter.text,
    ...(filter.state === 'any' ? {} : { state: filter.state }),
  })
}

/** The search and the filter above the list, with how many there are. */
export function PeopleTools(props: {
  readonly filter: PeopleFilter
  readonly onChange: (filter: PeopleFilter) => void
}) {
  const text = useText()
  const { filter, onChange } = props
  const { total } = useFilteredPeople(filter)
  const field = useRef<HTMLInputElement>(null)
  usePageCommand('page.find', () => field.current?.focus())
  return (
    <>
      <SearchField
        label={text('people.search')}
        value={filter.text}
        inputRef={field}
        onChange={(typed) => onChange({ ...filter, text: typed })}
      />
      <div className="od-list-pane-tools-line">
        <Select
          label={text('people.filter')}
          isLabelHidden
          choices={STATES.map((state) => ({ value: state, text: text(`people.filter.${state}`) }))}
          value={filter.state}
          onChange={(state) => onChange({ ...filter, state })}
        />
        <span className="od-meta" role="status">
          {text('people.count', { count: total })}
        </span>
      </div>
    </>
  )
}

/** The people that match, in the order of their names; more are read as one scrolls. */
export function PeopleList(props: {
  readonly filter: PeopleFilter
  readonly selectedId: string | null
  readonly onSelect: (id: string) => void
}) {
  const text = useText()
  const errorText = useErrorText()
  const { people, error, hasMore, more } = useFilteredPeople(props.filter)
  if (error) return <Notice tone="brick">{errorText(error)}</Notice>
  if (!people) return null
  const isFiltered = props.filter.text !== '' || props.filter.state !== 'any'
  return (
    <PickList
      label={text('people.list')}
      items={people}
      idOf={(person) => person.id}
      textOf={(person) => person.displayName}
      renderRow={(person) => <PersonLine person={person} />}
      selectedId={props.selectedId}
      onSelect={props.onSelect}
      onMore={hasMore ? more : undefined}
      empty={<p className="od-people-none">{text(isFiltered ? 'people.nothing_found' : 'people.nobody_yet')}</p>}
    />
  )
}

function PersonLine({ person }: { readonly person: PersonRow }) {
  const text = useText()
  const [first] = person.numbers
  const more = person.numbers.length - 1
  return (
    <div className="od-person-line">
      <span className="od-person-name od-clip">
        <PrivateText>{person.displayName}</PrivateText>
      </span>
      {first && <TextStateWord state={first.state} />}
      <span className="od-meta od-clip">
        {first ? <PhoneNumber e164={first.e164} /> : text('people.no_number')}
        {more > 0 && ` ${text('people.more_numbers', { count: more })}`}
      </span>
    </div>
  )
}
