import { inventPhone } from 'cloudbase-local';
import { inventResident, type Resident } from './invented-people';
import specialResidents from './residents.json';

/**
 * All people of the local cloud: those behind the preview's phones, a population of invented residents, and a few whose
 * checks end in a special result.
 */
export interface Register {
  /** The resident with this ID number (X in upper case). */
  residentOf(idNumber: string): Resident | undefined;
  /** The identity card of the holder of the account `openid`. From then on the register knows this person. */
  cardOf(openid: string): Resident;
  /** The phone number of the account. From then on the exchange can ring it. */
  phoneOf(openid: string): string;
  /** The openid whose phone has this number, among the accounts seen so far. */
  openidOfPhone(phone: string): string | undefined;
  /** The resident with this phone number, among the accounts seen so far. */
  ownerOfPhone(phone: string): Resident | undefined;
}

/** An account of the preview, as the phone switcher shows it. */
export interface Person {
  openid: string;
  name: string;
}

/** Accounts `resident-0` … `resident-1999` are in the register from the start, for tests that need many people. */
export const population = 2000;

/** Every entry is derived from the openid, so that it is the same on every machine and after every start. */
export function createRegister(people: readonly Person[]): Register {
  const nameOf = new Map(people.map(({ openid, name }) => [openid, name]));
  const residents = new Map<string, Resident>();
  const openidByPhone = new Map<string, string>();
  for (const resident of specialResidents as Resident[]) residents.set(resident.idNumber, resident);

  function cardOf(openid: string): Resident {
    const resident = inventResident(openid, nameOf.get(openid));
    residents.set(resident.idNumber, resident);
    return resident;
  }
  function phoneOf(openid: string): string {
    const phone = inventPhone(openid);
    openidByPhone.set(phone, openid);
    return phone;
  }
  for (let index = 0; index < population; index++) cardOf(`resident-${index}`);
  for (const { openid } of people) {
    cardOf(openid);
    phoneOf(openid);
  }

  return {
    residentOf: (idNumber) => residents.get(idNumber),
    cardOf,
    phoneOf,
    openidOfPhone: (phone) => openidByPhone.get(phone),
    ownerOfPhone(phone) {
      const openid = openidByPhone.get(phone);
      return openid === undefined ? undefined : cardOf(openid);
    },
  };
}
