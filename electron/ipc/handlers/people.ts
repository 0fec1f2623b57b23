import type { PersonId } from '../../../shared/ids.ts'
import { ok } from '../../../shared/result.ts'
import type { HandlerGroup } from '../../desk/handler-table.ts'
import { noteOptOut } from '../../services/note-opt-out.ts'
import { personStory } from '../../services/person-story.ts'
import { savePerson } from '../../services/save-person.ts'
import { peopleByPhone, searchPeople } from '../../services/search-people.ts'

type Method = 'people.search' | 'people.get' | 'people.byPhone' | 'people.save' | 'people.optOut'

/** People: searched, told, kept, and their stop noted. */
export const peopleHandlers: HandlerGroup<Method> = (desk) => ({
  'people.search': async (input) => ok(await searchPeople(desk.store.db, input)),
  'people.get': ({ id }) => personStory(desk.store.db, id as PersonId),
  'people.byPhone': async ({ phone }) => ok(await peopleByPhone(desk, phone)),
  'people.save': (input) => savePerson(desk, input),
  'people.optOut': async (input) => ok(await noteOptOut(desk, input)),
})
