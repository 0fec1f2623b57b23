import type { PersonId } from '../../../shared/ids.ts'
import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { personStory } from '../../services/person-story.ts'
import { savePerson } from '../../services/save-person.ts'
import { peopleByPhone, searchPeople } from '../../services/search-people.ts'

type Method = 'people.search' | 'people.get' | 'people.byPhone' | 'people.save'

/** People: searched, told, kept. */
export const peopleHandlers: HandlerGroup<Method> = (desk) => ({
  'people.search': async (input) => ok(await searchPeople(desk.store.db, input)),
  'people.get': ({ id }) => personStory(desk.store.db, id as PersonId, desk.practiceZone()),
  'people.byPhone': async ({ phone }) => ok(await peopleByPhone(desk, phone)),
  'people.save': (input) => savePerson(desk, input),
})
