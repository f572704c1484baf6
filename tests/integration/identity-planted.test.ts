import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contract } from '../../cloudfunctions/shared/contract/contract';
import { output, startProduct, type Product } from './product';
import { uploadPictures } from './upload-picture';

/** People whose names, numbers and phones occur in no other place. */
const planted = [
  { openid: 'planted-donor', name: '欧阳璇玑' },
  { openid: 'planted-viewer', name: '司马翊钧' },
] as const;
const passport = { name: 'Wilhelmina Quistgaard', number: 'QX7391845', code: 'planted-traveller' };

let product: Product;
beforeAll(async () => {
  product = await startProduct({}, { people: planted });
});
afterAll(() => product.close());

test('a marked name, ID number or phone is in no answer, log line or stored document', async () => {
  const { register, wechat, faults } = product.providers;
  const answers: unknown[] = [];
  const call = async (functionName: string, name: string, input: unknown, openid: string) => {
    const answer = await product.callRaw(functionName, { call: name, input }, openid);
    answers.push(answer);
    return answer;
  };
  for (const { openid } of planted) {
    const { name, idNumber } = register.cardOf(openid);
    await call('identity', 'bindPhone', { code: wechat.issuePhoneCode(openid) }, openid);
    // Each way to fail first: the wrong name, a broken number, and a service that does not answer.
    await call('identity', 'verify', { name: `${name}氏`, idNumber, consent: true }, openid);
    await call('identity', 'verify', { name, idNumber: `${idNumber}0`, consent: true }, openid);
    await call('identity', 'verify', { name: [name], idNumber: { idNumber }, consent: true }, openid);
    faults.faceid.add({
      kind: 'error',
      code: 'FailedOperation.UnKnown',
      message: `${name} ${idNumber}`,
      times: 1,
    });
    await call('identity', 'verify', { name, idNumber, consent: true }, openid);
    expect(await call('identity', 'verify', { name, idNumber, consent: true }, openid)).toMatchObject({
      ok: true,
    });
  }
  await call('identity', 'bindPhone', { code: wechat.issuePhoneCode(passport.code) }, passport.code);
  const photoFileIds = await uploadPictures(product, passport.code);
  await call('identity', 'submitDocument', { ...documentOf(), photoFileIds }, passport.code);

  const { id } = output(await product.call('posts', 'publish', aDraft('spare'), planted[0].openid));
  const phones = planted.map(({ openid }) => register.phoneOf(openid));
  faults.dypls.add({ kind: 'error', code: 'isv.MOBILE_NUMBER_ILLEGAL', message: phones.join(), times: 1 });
  await call('contact', 'request', { postId: id }, planted[1].openid);
  faults.dypls.add({ kind: 'garbled', times: 1 });
  await call('contact', 'request', { postId: id }, planted[1].openid);
  expect(await call('contact', 'request', { postId: id }, planted[1].openid)).toMatchObject({
    output: { contact: { state: 'open' } },
  });
  await product.cloud.clock.advance(60_000);
  for (const [functionName, group] of Object.entries(contract))
    for (const name of Object.keys(group).filter((each) => each !== 'eraseMyData'))
      for (const openid of [planted[0].openid, planted[1].openid, passport.code, ''])
        for (const input of [{}, { id }, { postId: id }]) await call(functionName, name, input, openid);

  const marks = [
    ...planted.flatMap(({ openid }) => {
      const { name, idNumber } = register.cardOf(openid);
      return [name, idNumber, register.phoneOf(openid)];
    }),
    passport.name,
    passport.number,
  ];
  const bytes = JSON.stringify(answers);
  for (const mark of marks) expect(bytes).not.toContain(mark);
  for (const mark of marks) expect(filesWith(mark)).toBe('');
  // Proves that the search works: stored text is found.
  expect(filesWith(id)).not.toBe('');
  expect(filesWith('planted-donor')).not.toBe('');
});

test('erasing leaves nothing of a person but the used quota under the hash, and frees the number', async () => {
  const donor = await product.enrol('keeper');
  const viewer = await product.enrol('leaver');
  const { id } = output(await product.call('posts', 'publish', aDraft('spare'), donor));
  output(await product.call('posts', 'publish', aDraft('spare'), viewer));
  output(await product.call('contact', 'request', { postId: id }, viewer));
  const phone = product.providers.register.phoneOf(viewer);
  const bound = () => product.providers.subscriptions.all().filter(({ a, b }) => a === phone || b === phone);
  expect(bound()).toHaveLength(1);
  expect(output(await product.call('identity', 'eraseMyData', { confirm: true }, viewer))).toMatchObject({
    verification: 'none',
    maskedName: null,
    phoneBound: false,
  });
  await product.cloud.clock.advance(60_000);
  expect(bound()).toEqual([]);
  expect(output(await product.call('contact', 'mine', {}, viewer)).contacts).toEqual([]);
  expect(output(await product.call('posts', 'mine', {}, viewer)).posts).toEqual([]);
  expect(await product.call('posts', 'publish', aDraft('spare'), viewer)).toMatchObject({
    error: { code: 'verification-required' },
  });
});

const documentOf = () => ({
  kind: 'passport',
  name: passport.name,
  number: passport.number,
  bornOn: '1980-01-01',
  consent: true,
});

/** Files of ours that contain a text. The folder `providers` is the carrier's, not ours, and code holds no data. */
function filesWith(text: string): string {
  const ours = readdirSync(product.dataDir).filter((name) => name !== 'providers' && name !== 'functions');
  const paths = ours.map((name) => join(product.dataDir, name));
  return spawnSync('grep', ['-rlF', '--binary-files=text', text, ...paths]).stdout.toString();
}
