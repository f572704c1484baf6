import { expect, test } from '@jest/globals';
import { anOpenedPost } from '../../cloudfunctions/shared/testing/a-post';
import { bundledCampaign as campaign } from '../../miniprogram/data/bundled-campaign';
import { formView } from '../../miniprogram/packages/publish/presenters/publish-form';
import { callerWarnings } from '../../miniprogram/packages/trust/presenters/caller-warnings';
import { groupWarnings, itemClashes } from '../../miniprogram/presenters/item/item-warnings';
import { postDetail } from '../../miniprogram/presenters/post/post-detail';
import { emptyBody } from '../../miniprogram/presenters/publish/form-fields';

type Group = 'pregnant' | 'infant' | 'child' | 'chronic' | 'elderly';

/** Codes of items, the groups, and the words that have to be read at each place. */
const combinations: [string[], Group[], RegExp][] = [
  [['ibuprofen'], ['pregnant'], /怀孕时不要吃布洛芬.*对乙酰氨基酚/],
  [['ibuprofen-suspension'], ['infant'], /不到6个月.*布洛芬/],
  [['ibuprofen'], ['infant'], /吞不下胶囊/],
  [['paracetamol-suspension'], ['infant'], /不到2个月/],
  [['ibuprofen'], ['chronic'], /肾不好|透析/],
  [['aspirin'], ['chronic'], /肾不好|透析/],
  [['aspirin'], ['child'], /阿司匹林/],
  [['paracetamol', 'ganmaoling'], [], /对乙酰氨基酚|一种/],
  [['ibuprofen', 'aspirin'], [], /一起|一种|同时/],
];

test.each(combinations)('%j for %j is warned of wherever it is read', (codes, groups, words) => {
  const items = codes.map((code) => {
    const name = campaign.catalogue.find((item) => item.code === code)?.name ?? '';
    return { code, name, unit: '片', quantity: 4 };
  });
  const view = formView('need', { ...emptyBody, items, groups, clientToken: 't', place: null }, campaign, {});
  const need = { ...anOpenedPost(), board: 'need' as const, items, groups };
  const caller = {
    board: 'spare' as const,
    summary: items.map(({ name }) => name).join('、'),
    forWhom: { groups, ill: null },
  };
  const places = {
    'the form': [...view.clashes, ...view.warnings],
    'the post': postDetail(need, campaign, '', 0).warnings,
    'the contact sheet': [...itemClashes(codes, campaign), ...groupWarnings(codes, groups, campaign)],
    'the donor’s list of callers': callerWarnings(caller, campaign),
  };
  for (const [place, lines] of Object.entries(places))
    expect([place, lines.map(({ text }) => text).join(' ')]).toEqual([place, expect.stringMatching(words)]);
});
