import type { HandlerGroup } from '../../desk/handler-table.ts'
import { cancelDelivery, deliveryStory, settleByPerson } from '../../services/delivery-story.ts'

/** One message on its way: its story, and what a person may still do about it. */
export const deliveryHandlers: HandlerGroup<'deliveries.get' | 'deliveries.cancel' | 'deliveries.settle'> = (desk) => ({
  'deliveries.get': ({ id }) => deliveryStory(desk, id),
  'deliveries.cancel': ({ id }) => cancelDelivery(desk, id),
  'deliveries.settle': (input) => settleByPerson(desk, input),
})
