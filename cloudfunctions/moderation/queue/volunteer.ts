import type { VolunteerDocument } from '../../shared/contract/moderation-documents';
import type { Ordered } from '../../shared/adapters/ordered-writes';

const newVolunteer = (personId: string): VolunteerDocument => ({
  _id: personId,
  claimed: null,
  decided: null,
  decisions: 0,
  secondOpinions: 0,
  agreed: 0,
  disagreed: 0,
  revision: 0,
});

/** A volunteer's own document. Writing it puts one volunteer's simultaneous requests into an order. */
export const readVolunteer = async (
  { read }: Pick<Ordered, 'read'>,
  personId: string,
): Promise<VolunteerDocument> => (await read('volunteers', personId)) ?? newVolunteer(personId);
