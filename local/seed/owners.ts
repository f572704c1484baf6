import type { Home } from './homes';
import type { Random } from './random';

/** An invented person: the id, the masked name and the one home that all of their posts share. */
export interface Owner {
  id: string;
  name: string;
  home: Home;
}

/** China's most frequent surnames, weighted by about their real frequency. */
const surnames = [
  ...'王王王王王王王李李李李李李李张张张张张张刘刘刘刘刘陈陈陈陈杨杨杨黄黄赵赵吴吴周周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓韩冯曹彭曾萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷',
];

/** One post in this many has the same author as the post before. */
const sameOwnerOneIn = 8;

/** Draws the authors of posts. Most are new; some write the next post too, up to three in all. */
export function createOwners(drawHome: (random: Random) => Home): (random: Random) => Owner {
  let latest: Owner | undefined;
  let posts = 0;
  return (random) => {
    if (latest !== undefined && posts < 3 && random.below(sameOwnerOneIn) === 0) {
      posts += 1;
      return latest;
    }
    latest = { id: random.hexId(), name: `${random.pick(surnames)}*`, home: drawHome(random) };
    posts = 1;
    return latest;
  };
}
