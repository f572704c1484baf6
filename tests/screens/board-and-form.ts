import type { Phone } from 'miniprogram-preview/testing';
import { chooseDistrict, type Town } from '../journeys/town';
import { openPage, tap } from './open-page';

/** A board around one district, in either language. */
export async function board(town: Town, scale: number, name: '谁有药' | '谁缺药'): Promise<Phone> {
  const phone = await openPage(town, scale, 'pages/home/home');
  await chooseDistrict(phone, '岳麓', '湖南省长沙市岳麓区');
  await tap(phone, name);
  await phone.page
    .getByRole('button', { name: /^(提供，|求助，|Offer, |Request, )/ })
    .first()
    .waitFor();
  return phone;
}

/** A form with one medicine, in either language. */
export async function form(town: Town, scale: number, kind: 'need' | 'spare'): Promise<Phone> {
  const phone = await openPage(town, scale, 'pages/home/home');
  await chooseDistrict(phone, '岳麓', '湖南省长沙市岳麓区');
  await tap(phone, kind === 'need' ? '我需要药，发布求助' : '我有多的药，分给别人');
  await tap(phone, kind === 'need' ? '添加需要的药' : '添加能送的药');
  await phone.page.getByRole('checkbox', { name: /^(布洛芬（|Ibuprofen \()/ }).click();
  await tap(phone, /^(完成|Done)/);
  return phone;
}
