import {
  infiniteQueryOptions,
  keepPreviousData,
  QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
} from '@tanstack/react-query'
import type { Envelope, InputOf, MethodName, OutputOf } from '../../shared/ipc/contract.ts'
import type { AppError } from '../../shared/ipc/errors.ts'
import { appErrorOf, call, CallFailure } from './client.ts'

/** Makes the cache. The core is on this computer: no retries, no pause when the network is gone, no guessing of staleness. */
export function createQueryClient(): QueryClient {
  const local = { networkMode: 'always', retry: false } as const
  return new QueryClient({
    defaultOptions: {
      queries: { ...local, staleTime: Infinity, gcTime: 5 * 60_000, refetchOnWindowFocus: false },
      mutations: local,
    },
  })
}

/** What a read of the core shows: the last good value stays in sight while it is read again or when that fails. */
export interface Reading<T> {
  readonly value: T | undefined
  readonly error: AppError | undefined
  readonly isLoading: boolean
  /** True while the value in sight belongs to the input before this one. */
  readonly isOlder: boolean
  readonly again: () => void
}

/** Reads from the core and stays current by its `changed` events. Nothing is asked while `isOff`. */
export function useRead<M extends MethodName>(
  method: M,
  input: InputOf<M>,
  options: { readonly isOff?: boolean; readonly keepsOlder?: boolean } = {},
): Reading<OutputOf<M>> {
  const query = useQuery<OutputOf<M>>({
    queryKey: [method, input],
    queryFn: async () => valueOf(await call(method, input)),
    enabled: options.isOff !== true,
    ...(options.keepsOlder ? { placeholderData: keepPreviousData } : {}),
  })
  return {
    value: query.data,
    error: query.error === null ? undefined : appErrorOf(query.error),
    isLoading: query.isLoading,
    isOlder: query.isPlaceholderData,
    again: () => void query.refetch(),
  }
}

/** Asks the core for a read without input, so that the answer is there when {@link useRead} first wants it. */
export function readAhead(client: QueryClient, method: ReadWithoutInput): Promise<void> {
  return client.prefetchQuery({ queryKey: [method, {}], queryFn: async () => valueOf(await call(method, {})) })
}

type ReadWithoutInput = {
  [M in MethodName]: InputOf<M> extends Record<string, never> ? M : never
}[MethodName]

/** Which people a list shows; without words and state all of them. */
export type PeopleQuestion = Pick<InputOf<'people.search'>, 'text' | 'state'>

/** So many that the first screens are there at once. */
const PEOPLE_A_PAGE = 100

/** Reads people page by page, as far as the list was scrolled. */
export function usePeoplePages(question: PeopleQuestion) {
  const query = useInfiniteQuery({ ...peoplePages(question), placeholderData: keepPreviousData })
  return {
    people: query.data?.pages.flatMap((page) => page.people),
    total: query.data?.pages[0]?.total ?? 0,
    error: query.error === null ? undefined : appErrorOf(query.error),
    hasMore: query.hasNextPage && !query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
  }
}

/** As {@link readAhead}, for the list of everybody. */
export function readPeopleAhead(client: QueryClient): Promise<void> {
  return client.prefetchInfiniteQuery(peoplePages({ text: '' }))
}

/** So many copies that the first screens are there at once. */
const COPIES_A_PAGE = 100

/** Reads the copies of a message to many page by page, as far as the list was scrolled. */
export function useCopyPages(id: string) {
  const query = useInfiniteQuery({
    queryKey: ['broadcasts.copies', 'pages', id],
    queryFn: async ({ pageParam }) =>
      valueOf(await call('broadcasts.copies', { id, limit: COPIES_A_PAGE, after: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: (page: OutputOf<'broadcasts.copies'>) => page.after,
  })
  return {
    copies: query.data?.pages.flatMap((page) => page.deliveries) ?? [],
    error: query.error === null ? undefined : appErrorOf(query.error),
    hasMore: query.hasNextPage && !query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
  }
}

function peoplePages(question: PeopleQuestion) {
  const limit = PEOPLE_A_PAGE
  return infiniteQueryOptions({
    queryKey: ['people.search', 'pages', question],
    queryFn: async ({ pageParam }) => valueOf(await call('people.search', { ...question, limit, after: pageParam })),
    initialPageParam: null as string | null,
    getNextPageParam: (page: OutputOf<'people.search'>) => page.after,
  })
}

/** A write to the core: `run` answers how it ended, `error` is how the last one failed. */
export interface Writing<M extends MethodName> {
  readonly run: (input: InputOf<M>) => Promise<Envelope<OutputOf<M>>>
  readonly isRunning: boolean
  readonly error: AppError | undefined
  readonly forget: () => void
}

/** Writes to the core. What changes by it comes back through `changed` events, not through this hook. */
export function useWrite<M extends MethodName>(method: M): Writing<M> {
  const mutation = useMutation({ mutationFn: async (input: InputOf<M>) => call(method, input) })
  const failed = mutation.data?.ok === false ? mutation.data.error : undefined
  return { run: mutation.mutateAsync, isRunning: mutation.isPending, error: failed, forget: mutation.reset }
}

function valueOf<T>(envelope: Envelope<T>): T {
  if (!envelope.ok) throw new CallFailure(envelope.error)
  return envelope.value
}
