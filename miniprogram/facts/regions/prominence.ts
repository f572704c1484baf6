import { cityCodeOf } from './region-codes';

/**
 * Cities that people usually mean when several have a district of the same name (南山区 of 深圳 before 鹤岗), by population
 * and traffic. They affect only the order of answers.
 */
const cities = (
  '1101 3101 4401 4403 5001 5101 3301 4201 6101 1201 3205 3201 4101 4301 4419 3302 4406 3401 3702 2101 3701 5301 2102 ' +
  '3502 3303 3501 2301 2201 1301 3601 5201 4501 1401 6501 6201 4601 1501 6401 6301 5401 3202 3203 3204 3206 3304 3306 ' +
  '3307 3310 3505 4404 4413 4420 3706 3707 1306 1302 1304 4103 4205 4206 4102 4303 4304 4306 3604 3607 4502 4503 5107 ' +
  '3207 3209 3210 3208 3211 3212 3213 3305 3309 3411 3402 3506 3509 3702 3703 3708 3709 3713 3714 4105 4107 4113 4116 ' +
  '4210 4209 4307 4405 4408 4409 4452 5103 5105 5113 5115 5203 2103 2110 2202 2306 1502 1402 6103 6104 1303 1310 1309'
).split(' ');

/** Lower for cities that are meant more often; all others in the order of their codes. */
export function prominence(adcode: string): number {
  const rank = cities.indexOf(cityCodeOf(adcode).slice(0, 4));
  const province = adcode.endsWith('0000') ? 0 : rank;
  return province >= 0 ? province : cities.length + Number(adcode) / 1_000_000;
}
