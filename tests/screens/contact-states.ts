import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output } from '../integration/product';
import type { Town } from '../journeys/town';
import { newNumber, openPage, shows, type ScreenState } from './open-page';

/** Pages of one's contacts. */
export const contactStates: ScreenState[] = [
  {
    name: 'contacts',
    async open(town, scale) {
      const phone = await openPage(town, scale, 'packages/trust/pages/contacts/contacts', (openid) =>
        contactOf(town, openid),
      );
      await shows(phone, '拨打电话');
      return phone;
    },
  },
  {
    name: 'callers',
    async open(town, scale) {
      const phone = await openPage(town, scale, 'packages/trust/pages/callers/callers', async (owner) => {
        await talkWith(town, owner);
      });
      await shows(phone, /想要您的|wants your/);
      return phone;
    },
  },
  {
    name: 'talk',
    async open(town, scale) {
      const owner = await town.product.enrol(`screens-owner-${newNumber()}`);
      const page = 'packages/trust/pages/talk/talk';
      const phone = await openPage(town, scale, page, async (viewer) => {
        const id = await talkWith(town, owner, viewer);
        return `?id=${id}`;
      });
      await shows(phone, '约地点和时间');
      return phone;
    },
  },
  {
    name: 'talk-giver',
    async open(town, scale) {
      const page = 'packages/trust/pages/talk/talk';
      const phone = await openPage(town, scale, page, async (owner) => `?id=${await talkWith(town, owner)}`);
      await shows(phone, '约地点和时间');
      return phone;
    },
  },
];

async function contactOf(town: Town, openid: string): Promise<void> {
  const owner = await town.product.enrol(`screens-owner-${newNumber()}`);
  const { id } = output(await town.product.call('posts', 'publish', aDraft('spare'), owner));
  output(await town.product.call('contact', 'request', { postId: id }, openid));
}

/** A contact with an owner's spare, in which both have said something. Answers its id. */
async function talkWith(town: Town, owner: string, known?: string): Promise<string> {
  const { call, enrol } = town.product;
  const viewer = known ?? (await enrol(`screens-viewer-${newNumber()}`));
  const { id: postId } = output(await call('posts', 'publish', aDraft('spare'), owner));
  const forWhom = { groups: ['elderly' as const, 'chronic' as const], ill: 3 };
  const { contact } = output(await call('contact', 'request', { postId, forWhom }, viewer));
  const { id } = contact;
  const sentence = (code: string) => ({ id, saying: { kind: 'sentence' as const, code } });
  output(await call('contact', 'say', sentence('no-voice'), viewer));
  output(await call('contact', 'say', sentence('is-there'), owner));
  const saying = { kind: 'plan', way: 'contactless', place: 'locker', day: null, hours: null } as const;
  output(await call('contact', 'say', { id, saying }, viewer));
  return id;
}
