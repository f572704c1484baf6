import type { Region } from './region-tree';

const endings = {
  province: /(省|市|特别行政区|(壮族|回族|维吾尔)?自治区)$/,
  city: /(市|地区|盟|自治州)$/,
  district: /(新区|区|县|市|旗)$/,
} as const;

/** The peoples that autonomous prefectures are named after; they follow the place's own name. */
const peoples =
  /(蒙古|哈萨克|柯尔克孜|朝鲜|土家|布依|哈尼|景颇|傈僳|回|藏|羌|彝|苗|侗|壮|傣|白)族?(?=$|蒙古|土家|布依|哈尼|景颇|傈僳|藏|羌|彝|苗|侗|壮|傣)/g;

/** 湖南省 → 湖南, 恩施土家族苗族自治州 → 恩施, 岳麓区 → 岳麓. A name of one syllable (东区) stays whole. */
export function shortName({ name, level }: Pick<Region, 'name' | 'level'>): string {
  const bare = name.replace(endings[level], '');
  const short = name.endsWith('自治州') ? bare.slice(0, 2) + bare.slice(2).replace(peoples, '') : bare;
  return short.length >= 2 ? short : name;
}
