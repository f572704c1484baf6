import { join } from 'node:path';
import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { output } from '../integration/product';
import { keepPicture, startTown, type Town } from './town';

let town: Town;
beforeAll(async () => {
  town = await startTown(0);
}, 240_000);
afterAll(() => town.close());

const picture = join(__dirname, '../../miniprogram/images/tab-home.png');

test('the holder of a passport comes from a shared post to a number, all in English', async () => {
  const donor = await town.product.enrol('donor');
  const { id } = output(await town.product.call('posts', 'publish', aDraft('spare', { note: '' }), donor));
  const phone = await town.phone('foreigner', `packages/post/pages/post/post?id=${id}`, 1, 'en');
  const { page } = phone;
  const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
  const text = (name: string | RegExp) => page.getByText(name).first();

  await text('Ibuprofen, 4 capsules').waitFor();
  await keepPicture(phone, 'english-post');
  await button('Contact them (verify first)').click();

  await button('Link my phone').click();
  await button('Agree').click();
  await button('允许').click();
  await text('Linked').waitFor();
  await page.getByRole('link', { name: /^No Chinese ID card/ }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Anna Schmidt');
  await page.getByRole('textbox', { name: 'Document number' }).fill('C01X00T47');
  await button('Date of birth: please choose').click();
  for (const name of ['1980', 'Feb', '29']) await page.getByRole('option', { name, exact: true }).click();
  await button('确定').click();
  const choosing = page.waitForEvent('filechooser');
  await button('Add photo').click();
  await (await choosing).setFiles(picture);
  await button('Delete photo 1').waitFor();
  await page.getByRole('checkbox').click();
  await keepPicture(phone, 'english-documents');
  await button('Send for checking').click();
  await text('Received').waitFor();

  const operator = await town.product.enrol('operator', { role: 'operator' });
  const { call } = town.product;
  const [document] = output(await call('identity', 'documentQueue', {}, operator)).documents;
  const read = { nameRead: 'anna schmidt', numberRead: 'C01X00T47' };
  output(
    await call(
      'identity',
      'decideDocument',
      { id: document?.id ?? '', decision: 'accept', ...read },
      operator,
    ),
  );

  await phone.close();
  const verified = await town.phone('foreigner', `packages/post/pages/post/post?id=${id}`, 1, 'en');
  await verified.page.getByRole('button', { name: 'Contact them' }).click();
  await verified.page.getByRole('button', { name: 'Get a number' }).click();
  await verified.page.getByRole('button', { name: 'Call', exact: true }).waitFor();
  await verified.page.getByText(/^The number works for another/).waitFor();
  await keepPicture(verified, 'english-contact');
  await verified.close();
}, 240_000);

test('the language is chosen by hand, kept on the phone, and chosen back', async () => {
  const phone = await town.phone('chooser');
  const { page } = phone;
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByText('I need medicine').waitFor();
  await page.reload();
  await page.getByText('I need medicine').waitFor();
  await page.getByText('Boards', { exact: true }).waitFor();
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByText('我需要药').waitFor();
  await page.getByText('信息广场', { exact: true }).waitFor();
  await phone.close();
}, 240_000);
