import { output, personIdOf } from '../../integration/product';
import { uploadPictures } from '../../integration/upload-picture';
import { byFirst, bySecond, contact, ofFresh, publish, type Cast, type Scenes } from './cast';

/** Calls that attach an account to a person, and the erasure itself twice. */
export const identityScenes: Scenes = [
  ['identity.bindPhone', (cast) => Promise.resolve(ofFresh(cast, () => bindPhone(cast, cast.fresh)))],
  ['identity.bindPhone', (cast) => Promise.resolve(byFirst(cast, () => bindPhone(cast, cast.leaver.second)))],
  [
    'identity.verify',
    async (cast) => {
      output(await bindPhone(cast, cast.fresh));
      return ofFresh(cast, () => verify(cast, cast.fresh));
    },
  ],
  [
    'identity.verify',
    async (cast) => {
      const earlier = `${cast.fresh}-earlier`;
      for (const openid of [earlier, cast.fresh]) output(await bindPhone(cast, openid));
      output(await verify(cast, earlier));
      output(await cast.product.call('identity', 'allowAccount', {}, earlier));
      return {
        act: () => verify(cast, cast.fresh),
        erasing: earlier,
        // The other account becomes theirs only when it is verified.
        accounts: [earlier],
      };
    },
  ],
  [
    'identity.allowAccount',
    (cast) =>
      Promise.resolve(
        bySecond(cast, () => cast.product.call('identity', 'allowAccount', {}, cast.leaver.first)),
      ),
  ],
  [
    'identity.placePictures',
    async (cast) => {
      output(await bindPhone(cast, cast.fresh));
      return ofFresh(cast, () => cast.product.call('identity', 'placePictures', { count: 2 }, cast.fresh));
    },
  ],
  [
    'identity.submitDocument',
    async (cast) => {
      output(await bindPhone(cast, cast.fresh));
      const photoFileIds = await uploadPictures(cast.product, cast.fresh);
      return ofFresh(cast, () => submit(cast, photoFileIds));
    },
  ],
  [
    'identity.decideDocument',
    async (cast) => {
      output(await bindPhone(cast, cast.fresh));
      output(await submit(cast));
      return ofFresh(cast, () => decide(cast));
    },
  ],
  [
    'identity.eraseMyData',
    async (cast) => {
      await publish(cast, cast.leaver.first);
      await contact(cast, await publish(cast, cast.other), cast.leaver.second);
      const erase = () => cast.product.call('identity', 'eraseMyData', { confirm: true }, cast.leaver.second);
      return byFirst(cast, erase);
    },
  ],
];

const bindPhone = ({ product }: Cast, openid: string) =>
  product.call('identity', 'bindPhone', { code: product.providers.wechat.issuePhoneCode(openid) }, openid);

const verify = ({ product, card }: Cast, openid: string) =>
  product.call('identity', 'verify', { ...card, consent: true }, openid);

const passportOf = ({ fresh }: Cast) => ({
  name: 'Anna Schmidt',
  number: personIdOf(fresh).slice(-12).toUpperCase(),
});

const submit = async (cast: Cast, photoFileIds?: string[]) =>
  cast.product.call(
    'identity',
    'submitDocument',
    {
      kind: 'passport',
      ...passportOf(cast),
      bornOn: '1980-02-29',
      photoFileIds: photoFileIds ?? (await uploadPictures(cast.product, cast.fresh)),
      consent: true,
    },
    cast.fresh,
  );

async function decide(cast: Cast): Promise<unknown> {
  const queue = output(await cast.product.call('identity', 'documentQueue', {}, cast.operator));
  const { name: nameRead, number: numberRead } = passportOf(cast);
  const id = queue.documents.at(-1)?.id ?? '';
  return cast.product.call(
    'identity',
    'decideDocument',
    { id, decision: 'accept', nameRead, numberRead },
    cast.operator,
  );
}
