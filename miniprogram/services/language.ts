import { bundledCampaign } from '../data/bundled-campaign';
import { speak, translated } from '../facts/words/say';
import type { Sentences } from '../facts/words/say';
import { languages } from '../model/language';
import type { Language, Words } from '../model/language';
import { isSinglePage } from './single-page';

const chosenKey = 'language';
const wordsKey = 'language.words';

/** Each language is a subpackage of its own: a reader of Chinese never downloads it. */
const loaders: Record<Exclude<Language, 'zh'>, () => Promise<{ words: Words }>> = {
  en: () => require.async('../packages/english/words'),
};

let words: Words | null = null;
/** The language of the texts in the tab bar. */
let tabs: Language = 'zh';

/** The language chosen by hand, otherwise WeChat's. Readers of a language that we lack read English. */
export function language(): Language {
  const chosen: string = wx.getStorageSync(chosenKey);
  const known = languages.find(({ code }) => code === chosen);
  if (known !== undefined) return known.code;
  return /^zh/i.test(wx.getAppBaseInfo().language) ? 'zh' : 'en';
}

/**
 * Speaks the reader's language from the program's first line on, by the words kept on this phone. The subpackage is asked
 * in every session: the first time for the words, later for newer ones.
 */
export function startLanguage(): void {
  const wanted = language();
  if (wanted === 'zh') return;
  const kept: { language: Language; words: Words } | '' = wx.getStorageSync(wordsKey);
  const isKept = kept !== '' && kept.language === wanted;
  if (isKept) use(kept.words);
  // Without a network the screens stay in Chinese, and the next start asks again.
  void load(wanted).then(
    () => isKept || redraw(),
    () => undefined,
  );
}

/** Changes the language by hand, and keeps the choice on this phone. Rejects when its words cannot be loaded. */
export async function chooseLanguage(wanted: Language): Promise<void> {
  if (wanted === 'zh') use(null);
  else await load(wanted);
  wx.setStorageSync(chosenKey, wanted);
  redraw();
}

async function load(wanted: Exclude<Language, 'zh'>): Promise<void> {
  const { words: loaded } = await loaders[wanted]();
  use(loaded);
  try {
    wx.setStorageSync(wordsKey, { language: wanted, words: loaded });
  } catch {
    // If the phone's storage is full, the next start loads them again.
  }
}

function use(chosen: Words | null): void {
  words = chosen;
  speak(chosen === null ? null : { ...itemNames(), ...chosen.said });
}

/** The catalogue brings its English names itself. */
const itemNames = (): Sentences =>
  Object.fromEntries(bundledCampaign.catalogue.map(({ name, english }) => [name, english]));

/** Opens the shown page again, because a page says what it said when it was drawn. */
function redraw(): void {
  const [page, ...above] = getCurrentPages();
  // A page opened on top of another may hold what the user has begun to type.
  if (page === undefined || above.length > 0 || isSinglePage()) return;
  const query = Object.entries(page.options).map(([name, value]) => `${name}=${value ?? ''}`);
  void wx.reLaunch({ url: `/${page.is}${query.length > 0 ? `?${query.join('&')}` : ''}` });
}

interface View {
  is: string;
  setData(data: { w: Sentences }): void;
}

/** Gives a page or component the sentences of its WXML, and a page its title. Nothing to do in Chinese. */
export function speakOn(view: View): void {
  showTabs(view.is);
  const said = words?.views[view.is];
  if (said === undefined) return;
  view.setData({ w: said });
  if (said.title !== undefined && !isSinglePage()) void wx.setNavigationBarTitle({ title: said.title });
}

const tabPages = [
  { path: 'pages/home/home', text: '首页' },
  { path: 'pages/boards/boards', text: '信息广场' },
  { path: 'pages/my-posts/my-posts', text: '我的' },
];

/** WeChat changes the tab bar only while it is shown. */
function showTabs(path: string): void {
  const spoken = words === null ? 'zh' : language();
  if (spoken === tabs || isSinglePage() || !tabPages.some((tab) => tab.path === path)) return;
  tabs = spoken;
  tabPages.forEach(({ text }, index) => void wx.setTabBarItem({ index, text: translated(text) }));
}
