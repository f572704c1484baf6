import { ApplicationDocument, VolunteerDocument } from '../contract/moderation-documents';
import { command, database } from './database';
import { accepted, documents } from './stored';

/** Applications in one state, the oldest first. */
export async function applicationsIn(
  state: ApplicationDocument['state'],
  limit: number,
): Promise<ApplicationDocument[]> {
  const answer = await database
    .collection('applications')
    .where({ state })
    .orderBy('appliedAtMs', 'asc')
    .limit(limit)
    .get();
  return documents(ApplicationDocument, answer);
}

/** What these people did as volunteers, by person. */
export async function volunteersOf(personIds: readonly string[]): Promise<Map<string, VolunteerDocument>> {
  const found = new Map<string, VolunteerDocument>();
  for (let at = 0; at < personIds.length; at += 100) {
    const ids = personIds.slice(at, at + 100);
    const answer = await database
      .collection('volunteers')
      .where({ _id: command.in(ids) })
      .limit(ids.length)
      .get();
    for (const volunteer of documents(VolunteerDocument, answer)) found.set(volunteer._id, volunteer);
  }
  return found;
}

/** The number of documents of a collection that match. */
export async function countOf(name: string, condition: Record<string, unknown>): Promise<number> {
  return accepted(await database.collection(name).where(condition).count()).total ?? 0;
}

/** The work of everyone who ever decided; as many as an operator ever appoints. */
export async function allVolunteers(): Promise<VolunteerDocument[]> {
  return documents(VolunteerDocument, await database.collection('volunteers').limit(1000).get());
}
