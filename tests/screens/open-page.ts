import type { Town } from '../journeys/town';
import { either } from './either';
import type { Phone } from 'miniprogram-preview/testing';

/** A page in a state worth a picture. */
export interface ScreenState {
  name: string;
  /** A full board: one whole post must be on the screen. */
  needsWholePost?: boolean;
  open(town: Town, scale: number): Promise<Phone>;
}

export const tap = (phone: Phone, name: string | RegExp): Promise<void> =>
  phone.page
    .getByRole('button', { name: inEither(name) })
    .first()
    .click();
export const shows = (phone: Phone, text: string | RegExp): Promise<void> =>
  phone.page.getByText(inEither(text)).first().waitFor();

const inEither = (name: string | RegExp): RegExp => (typeof name === 'string' ? either(name) : name);

let made = 0;

/** A number that no other person of this run has in their name. */
export const newNumber = (): number => (made += 1);

/** A page in the hands of a new member, or of somebody else; `prepare` runs before it opens. */
export async function openPage(
  town: Town,
  scale: number,
  page: string,
  prepare: (openid: string) => Promise<string | void> = async () => undefined,
  openid?: string,
): Promise<Phone> {
  const person = openid ?? (await town.product.enrol(`screens-${newNumber()}`));
  const query = await prepare(person);
  return town.phone(person, `${page}${query ?? ''}`, scale);
}
