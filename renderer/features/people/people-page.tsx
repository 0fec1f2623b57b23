import { ContactRound, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { Page } from '../../app/page-header.tsx'
import { paths } from '../../app/paths.ts'
import { useIntent } from '../../app/use-intent.ts'
import { Button } from '../../design/button.tsx'
import { EmptyState } from '../../design/empty-state.tsx'
import { SplitPane } from '../../design/split-pane.tsx'
import { useText } from '../../i18n/use-text.ts'
import { PeopleList, PeopleTools } from './people-list.tsx'
import { PersonDetail } from './person-detail.tsx'
import { PersonDialog } from './person-dialog.tsx'
import type { PeopleFilter } from './people-list.tsx'
import './people.css'

/** Everybody the office knows: a list to search at the left, one person's whole story at the right. */
export function PeoplePage() {
  const text = useText()
  const navigate = useNavigate()
  const { personId } = useParams()
  const [filter, setFilter] = useState<PeopleFilter>({ text: '', state: 'any' })
  const [isAdding, setAdding] = useState(false)
  useIntent('add', () => setAdding(true))
  const add = (
    <Button icon={UserPlus} onPress={() => setAdding(true)}>
      {text('command.add_person')}
    </Button>
  )
  return (
    <Page title={text('place.people')} actions={add}>
      <SplitPane
        listLabel={text('people.list')}
        detailLabel={text('people.detail')}
        tools={<PeopleTools filter={filter} onChange={setFilter} />}
        list={
          <PeopleList
            filter={filter}
            selectedId={personId ?? null}
            onSelect={(id) => void navigate(paths.person(id), { replace: personId !== undefined })}
          />
        }
        detail={
          personId === undefined ? (
            <EmptyState icon={ContactRound} title={text('people.none_chosen')}>
              {text('people.none_chosen.text')}
            </EmptyState>
          ) : (
            <PersonDetail key={personId} id={personId} />
          )
        }
      />
      {isAdding && (
        <PersonDialog
          person={null}
          onClose={() => setAdding(false)}
          onSaved={(id) => {
            setAdding(false)
            void navigate(paths.person(id))
          }}
        />
      )}
    </Page>
  )
}
