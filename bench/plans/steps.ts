import { aDocument } from '../../cloudfunctions/shared/testing/a-document';
import { bundledVersion } from '../../miniprogram/data/bundled-campaign';
import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import type { CallInput } from '../../cloudfunctions/shared/contract/contract';
import type { PostDocument } from '../../cloudfunctions/shared/contract/documents';
import { output, personIdOf, type Product } from '../../tests/integration/product';
import { uploadPictures } from '../../tests/integration/upload-picture';
import { moderationSteps } from './moderation-steps';
import { callsOf, type Step } from './step';

const beijing = { point: [116.443, 39.921] as [number, number], adcode: '110105' };

/** Renewing is possible only in the last part of a life. */
const dueId = 'd'.repeat(32);

const endingSoon = (nowMs: number): PostDocument =>
  aDocument({
    _id: dueId,
    ownerId: personIdOf('poster'),
    publishedAtMs: nowMs - 46 * 3_600_000,
    expiresAtMs: nowMs + 2 * 3_600_000,
  });

/**
 * Every call in an order in which each works, then the timers of the next hour. Steps are to be run one after another; each leaves
 * what the next ones need.
 */
export async function planSteps(product: Product): Promise<Step[]> {
  const { register } = product.providers;
  const poster = await product.enrol('poster');
  const viewer = await product.enrol('viewer');
  const late = await product.enrol('late');
  const operator = await product.enrol('operator', { role: 'operator' });
  const code = product.providers.wechat.issuePhoneCode('foreigner');
  output(await product.call('identity', 'bindPhone', { code }, 'foreigner'));
  const photoFileIds = await uploadPictures(product, 'foreigner');
  const known = {
    postId: '',
    otherId: '',
    grantId: '',
    checkId: '',
    scene: '',
    alertId: '',
    newsIds: [] as string[],
  };
  const call = callsOf(product);
  await product.load([endingSoon(product.cloud.clock.now())]);
  const newcomer = 'newcomer';
  const { name, idNumber } = register.cardOf(newcomer);
  const publish = (board: 'need' | 'spare', as: 'postId' | 'otherId') =>
    call(
      'posts',
      'publish',
      () => aDraft(board),
      poster,
      ({ id }: { id: string }) => (known[as] = id),
    );
  return [
    call('search', 'campaign', () => ({ version: bundledVersion }), ''),
    call('search', 'achieved', () => ({ region: 'nation' as const }), ''),
    ...searches.map(([label, input]): Step => ({
      ...call('search', 'nearby', () => input, viewer),
      name: `search.nearby ${label}`,
    })),
    call('identity', 'me', () => ({}), newcomer),
    call(
      'identity',
      'bindPhone',
      () => ({ code: product.providers.wechat.issuePhoneCode(newcomer) }),
      newcomer,
    ),
    call('identity', 'verify', () => ({ name, idNumber, consent: true as const }), newcomer),
    call('identity', 'allowAccount', () => ({}), newcomer),
    call('identity', 'placePictures', () => ({ count: 1 }), 'foreigner'),
    call('identity', 'submitDocument', () => ({ ...passport, photoFileIds }), 'foreigner'),
    call('identity', 'documentQueue', () => ({}), operator, keepFirst),
    call(
      'identity',
      'decideDocument',
      () => ({ id: known.checkId, decision: 'refuse' as const, reason: 'unreadable' as const }),
      operator,
    ),
    publish('spare', 'postId'),
    publish('need', 'otherId'),
    ...(await moderationSteps(product, call)),
    call('posts', 'read', () => ({ id: known.postId }), viewer),
    call('posts', 'mine', () => ({}), poster),
    call('posts', 'renew', () => ({ id: dueId }), poster),
    call('posts', 'give', () => ({ id: known.postId, leftBefore: 3, leftAfter: 2 }), poster),
    call('posts', 'undoGift', () => ({ id: known.postId }), poster),
    call('posts', 'keep', () => ({ id: known.postId }), poster),
    call('contact', 'request', () => ({ postId: known.postId }), viewer, keepGrant),
    call('contact', 'mine', () => ({}), viewer),
    call('contact', 'interest', () => ({}), poster),
    call(
      'news',
      'setAlert',
      () => ({ board: 'need' as const, items: ['ibuprofen'], place: yuelu }),
      poster,
      keepAlert,
    ),
    call('news', 'alerts', () => ({}), poster),
    call('news', 'endAlert', () => ({ id: known.alertId }), poster),
    call('news', 'accepted', () => ({ templates: ['contact' as const] }), poster),
    call('news', 'waiting', () => ({}), poster),
    call('news', 'mine', () => ({}), poster, keepNews),
    call('news', 'markRead', () => ({ ids: known.newsIds }), poster),
    call('moderation', 'report', () => ({ postId: known.postId, reason: 'not-real' as const }), viewer),
    call('moderation', 'myReports', () => ({}), viewer),
    call('contact', 'outcome', () => ({ id: known.grantId, outcome: 'received' as const }), viewer),
    call('contact', 'done', () => ({ id: known.grantId }), viewer),
    call(
      'share',
      'namePlace',
      () => ({ kind: 'compound' as const, name: '湘江一号小区', place: yuelu }),
      poster,
    ),
    call('share', 'code', () => ({ target: { kind: 'post' as const, id: known.postId } }), poster, keepScene),
    call('share', 'link', () => ({ target: { kind: 'post' as const, id: known.postId } }), viewer),
    call('share', 'open', () => ({ scene: known.scene }), viewer),
    call('share', 'endedPost', () => ({ id: known.postId }), viewer),
    ...callBack(),
    call('posts', 'withdraw', () => ({ id: known.otherId }), poster),
    call('posts', 'fulfil', () => ({ id: known.postId }), poster),
    call('contact', 'settle', () => ({ postId: known.postId }), poster),
    call('identity', 'copyMyData', () => ({}), viewer),
    call('identity', 'eraseMyData', () => ({ confirm: true as const }), viewer),
    {
      name: 'timers of an hour',
      isTimers: true,
      run: () => product.cloud.clock.advance(3_600_000, { fire: 'once' }),
    },
  ];

  function keepGrant({ contact }: { contact: { id: string } }): void {
    known.grantId = contact.id;
  }

  function keepAlert({ alerts }: { alerts: { id: string }[] }): void {
    known.alertId = alerts[0]?.id ?? '';
  }

  function keepNews({ news }: { news: { id: string }[] }): void {
    known.newsIds = news.map(({ id }) => id);
  }

  function keepScene({ scene }: { scene: string }): void {
    known.scene = scene;
  }

  function keepFirst({ documents }: { documents: { id: string }[] }): void {
    known.checkId = documents[0]?.id ?? '';
  }

  /** When no number is available, a request becomes a call-back request. */
  function callBack(): Step[] {
    const { dypls } = product.providers.faults;
    const asking = call('contact', 'request', () => ({ postId: known.postId }), late, keepGrant);
    return [
      {
        name: 'contact.request without a number',
        run: async () => {
          dypls.add({ kind: 'error', code: 'isv.NO_AVAILABLE_NUMBER' });
          await asking.run();
          dypls.clear();
        },
      },
      call('contact', 'callers', () => ({}), poster),
      call(
        'contact',
        'say',
        () => ({ id: known.grantId, saying: { kind: 'sentence' as const, code: 'agreed' } }),
        poster,
      ),
      call('contact', 'talk', () => ({ id: known.grantId }), late),
      call('contact', 'answerCallBack', () => ({ id: known.grantId }), poster),
      call('contact', 'confirm', () => ({ id: known.grantId, answer: 'given' as const }), poster),
      call('moderation', 'reportViewer', () => ({ id: known.grantId, reason: 'rude' as const }), poster),
      call('contact', 'endViewer', () => ({ id: known.grantId }), poster),
    ];
  }
}

const passport = {
  kind: 'passport' as const,
  name: 'Anna Schmidt',
  number: 'C01X00T47',
  bornOn: '1980-02-29',
  consent: true as const,
};

type Search = CallInput<'search', 'nearby'>;

const searches: [label: string, input: Search][] = (['distance', 'time'] as const).flatMap(
  (sort): [string, Search][] => [
    [`by ${sort}`, { board: 'need', place: beijing, sort }],
    [`by ${sort}, one medicine`, { board: 'need', place: beijing, sort, items: ['ibuprofen'] }],
    [
      `by ${sort}, three medicines`,
      { board: 'need', place: beijing, sort, items: ['ibuprofen', 'paracetamol', 'antigen-test'] },
    ],
    [`by ${sort}, a group`, { board: 'need', place: beijing, sort, groups: ['infant'] }],
    [`by ${sort}, within the district`, { board: 'need', place: beijing, sort, within: beijing.adcode }],
    [
      `by ${sort}, a medicine within the city`,
      { board: 'need', place: beijing, sort, within: '110100', items: ['ibuprofen'] },
    ],
    [`by ${sort}, a medicine in Changsha`, { board: 'spare', place: yuelu, sort, items: ['ibuprofen'] }],
  ],
);
