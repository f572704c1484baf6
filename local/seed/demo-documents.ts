import { MemberDocument } from '../../cloudfunctions/shared/contract/documents';
import type { PostDocument } from '../../cloudfunctions/shared/contract/documents';
import { inventPhone } from 'cloudbase-local';
import { inventions } from './catalogue';
import { createHomes } from './homes';
import { firstContent } from './invented-content';
import { demoPersonId, maskedName, people } from './people';
import type { DemoPerson } from './people';
import { hourMs, postDocument } from './post-document';
import { postContent } from './post-content';
import type { PostContent } from './post-content';
import { createRandom } from './random';
import { sealPhone } from './seal-phone';

/** Verified accounts of the demo people, each with the number of its phone in the preview. */
export function demoMembers(nowMs: number, phoneKey: string): MemberDocument[] {
  return people
    .filter(({ verified }) => verified)
    .map(({ openid, name, role }) =>
      MemberDocument.parse({
        _id: openid,
        personId: demoPersonId(openid),
        maskedName: maskedName(name),
        role,
        verifiedAtMs: nowMs - 24 * hourMs,
        consentedAtMs: nowMs - 24 * hourMs,
        phone: sealPhone(phoneKey, inventPhone(openid), openid),
        phoneBoundAtMs: nowMs - 24 * hourMs,
        revision: 0,
      }),
    );
}

/** A first post of some demo people, so that not everybody's "my posts" is empty. */
export function demoPosts(nowMs: number): PostDocument[] {
  const random = createRandom(72);
  const homes = createHomes();
  return firstPosts(nowMs).map(({ openid, adcode, hoursAgo, board, content }) => {
    const person = people.find((candidate) => candidate.openid === openid) as DemoPerson;
    const owner = { id: demoPersonId(openid), name: maskedName(person.name), home: homes.at(adcode, random) };
    const said = inventions === null ? content : firstContent(board, inventions, random);
    return postDocument(random.hexId(), board, owner, said, nowMs - hoursAgo * hourMs, {
      status: 'published',
    });
  });
}

interface FirstPost {
  openid: string;
  adcode: string;
  hoursAgo: number;
  board: 'need' | 'spare';
  content: PostContent;
}

function firstPosts(nowMs: number): FirstPost[] {
  const nextYear = `${new Date(nowMs).getUTCFullYear() + 1}-10`;
  return [
    {
      openid: 'demo-wang-laoshi',
      adcode: '430104',
      hoursAgo: 2,
      board: 'spare',
      content: postContent({
        note: '全家都好了,还剩一盒布洛芬。每家4粒,放在小区门口自取,优先老人。',
        groups: ['elderly'],
        items: [
          { code: 'ibuprofen', quantity: 4, unit: '粒', expiresOn: nextYear, packaging: 'opened-blister' },
        ],
        source: 'home',
        portions: { total: 5, left: 5 },
      }),
    },
    {
      openid: 'demo-zhou-min',
      adcode: '420106',
      hoursAgo: 1,
      board: 'need',
      content: postContent({
        note: '72岁腹透患者阳了,头痛眼睛痛浑身痛',
        groups: ['elderly', 'chronic'],
        items: [{ code: 'paracetamol', quantity: 4, unit: '片' }],
      }),
    },
  ];
}
