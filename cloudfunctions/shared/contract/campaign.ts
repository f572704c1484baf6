import { z } from 'zod';
import { Group, mostGroups } from './board';
import { Clash, Code, Form, Reference, Sentence, Substance, Warning } from './medicine-rules';
import { TalkWords } from './talk';

const code = Code;
const sentence = Sentence;

/** A thing that may be asked for or offered: a medicine or a supply. */
export const CatalogueItem = z.strictObject({
  code,
  name: z.string().min(1).max(20),
  english: z.string().min(1).max(60),
  /** Brands and other names that people search by, in any script; pinyin and initials follow from them. */
  aliases: z.array(z.string().min(1).max(24)).max(40),
  category: code,
  /** A medicine carries an expiry date and a packaging when it is offered; a supply (a mask) does not. */
  kind: z.enum(['medicine', 'supply']),
  /** Codes of `substances`; empty for a supply, and for a herbal medicine whose parts no rule speaks of. */
  ingredients: z.array(code).max(8),
  forms: z.array(Form).min(1).max(6),
  /** For whom it is made. `all` is a form that both take. */
  ages: z.enum(['adult', 'child', 'all']),
  /** Codes of `symptoms` that it is taken against, or used for. */
  symptoms: z.array(code).max(8),
  /** Said wherever the item is chosen or shown: what it holds, what it must not be taken with. */
  caution: sentence.optional(),
  /** Units a person may count it in, the usual one first. `needMaximum` is one course in that unit. */
  units: z
    .array(
      z.strictObject({
        unit: z.string().min(1).max(4),
        portion: z.int().min(1).max(100),
        needMaximum: z.int().min(1).max(200),
      }),
    )
    .min(1)
    .max(4),
  /** Where the listing comes from; shown together with 以药品说明书为准. */
  source: z.string().min(1).max(120),
});
export type CatalogueItem = z.infer<typeof CatalogueItem>;

/** Things that may not be listed: their names, as people write them, and the reason that the user reads. */
export const Refusal = z.strictObject({
  code,
  /** Their kind in one or two words: 抗生素. */
  about: z.string().min(2).max(12),
  names: z.array(z.string().min(2).max(24)).min(1).max(80),
  /**
   * Words that mean these things in a search alone: endings that a class of names shares (沙星), short forms, words that
   * a note may hold in all innocence (in a note 西林 is a county, and 处方药 what a patient already has).
   */
  searchWords: z.array(z.string().min(2).max(12)).max(40),
  reason: sentence,
  /** Codes of listed items that may help instead. */
  instead: z.array(code).max(5),
  source: z.string().min(1).max(120),
});
export type Refusal = z.infer<typeof Refusal>;

/**
 * Things that people look for and may give away, and that are not listed all the same: the reason, and the nearest
 * listed items.
 */
export const Unlisted = z.strictObject({
  names: z.array(z.string().min(2).max(24)).min(1).max(60),
  reason: sentence,
  nearest: z.array(code).max(5),
});
export type Unlisted = z.infer<typeof Unlisted>;

/** Ailments in the words that people type. Items name their codes. */
export const Symptom = z.strictObject({
  code,
  name: z.string().min(1).max(8),
  english: z.string().min(1).max(40),
  names: z.array(z.string().min(1).max(16)).min(1).max(60),
});
export type Symptom = z.infer<typeof Symptom>;

/**
 * Places to turn to instead of waiting for medicine, and couriers that fetch it: only those that the campaign's authors have checked.
 */
export const Care = z.strictObject({
  code,
  kind: z.enum(['fever-clinic', 'pharmacy', 'doctor', 'hotline', 'courier']),
  name: z.string().min(1).max(16),
  hint: z.string().min(1).max(40),
  /** A telephone number, another mini-program by its app id, or an address to go to. */
  way: z.union([
    z.strictObject({ phone: z.string().regex(/^\d{3,12}$/) }),
    z.strictObject({ appId: z.string().regex(/^wx[0-9a-f]{16}$/), path: z.string().max(200) }),
    z.strictObject({ address: z.string().min(4).max(60) }),
  ]),
  /** Region codes that it serves, districts and what contains them; empty for the whole country. */
  regions: z.array(z.string().regex(/^\d{6}$/)).max(400),
  source: z.string().min(1).max(120),
});
export type Care = z.infer<typeof Care>;

/**
 * The most calls of one caller in an hour, by what they cost others. Every call has a budget. A caller is an openid;
 * all visitors whom WeChat has not signed in are one caller.
 */
export const CallBudgets = z.strictObject({
  /** Pages of a board. */
  search: z.int().min(1).max(100_000),
  /** Opened posts; a member's daily limit is counted exactly in addition. */
  open: z.int().min(1).max(100_000),
  /** Calls that change something. A person's publications and contacts have limits of their own, counted exactly. */
  write: z.int().min(1).max(100_000),
  /** Calls that belong to none of the others. */
  ask: z.int().min(1).max(100_000),
});
export type CallBudgets = z.infer<typeof CallBudgets>;

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write HH:MM');

/** Whom a post is announced to, how often and when. */
export const Matching = z.strictObject({
  /** How long those who were notified are ahead of the next wave. */
  headStartMinutes: z.int().min(1).max(240),
  /** A person is notified of matches at most so often. */
  perDay: z.int().min(1).max(50),
  hoursBetween: z.int().min(0).max(24),
  /** Donors are not notified between these times of China, HH:MM. */
  quietFrom: timeOfDay,
  quietUntil: timeOfDay,
  /** Donors that one wave for a need notifies. */
  donorsAtOnce: z.int().min(1).max(50),
  alertsPerPerson: z.int().min(1).max(100),
  alertDays: z.int().min(1).max(60),
});

/** From where on operators are notified, in an hour. */
export const Alarms = z.strictObject({
  /** Calls that ended by a fault of ours, of a hundred. */
  failedPercent: z.int().min(1).max(100),
  providerFailures: z.int().min(1).max(100_000),
  /** Items in the volunteers' queue. */
  waitingItems: z.int().min(1).max(100_000),
  /** Fewer masked numbers than these are free. */
  freeNumbers: z.int().min(0).max(10_000),
});

/** The campaign's limits. All counts are whole numbers; all durations carry their unit in the name. */
export const CampaignLimits = z.strictObject({
  itemsPerPost: z.int().min(1).max(10),
  noteCharacters: z.int().min(0).max(500),
  openPostsPerBoard: z.int().min(1).max(20),
  /** Posts that one person publishes in a rolling day, on both boards together. */
  publicationsPerDay: z.int().min(1).max(200),
  portionsPerSpare: z.int().min(1).max(100),
  needHours: z.int().min(1).max(720),
  spareHours: z.int().min(1).max(720),
  /** A renewal is offered from this long before the end. */
  renewalMinutes: z.int().min(1).max(1440),
  /** Posts of others that a member opens in a day of China. */
  opensPerDay: z.int().min(1).max(10_000),
  /** Further posts a day for a member who has a spare on the board. */
  opensMoreForGiving: z.int().min(0).max(10_000),
  contactsPerDay: z.int().min(1).max(100),
  /** A spare admits at most its portions plus this many open grants. */
  contactsBeyondPortions: z.int().min(0).max(20),
  bindingHours: z.int().min(1).max(72),
  /** So long after it was asked for may both sides of a contact write to each other, also when its number has ended. */
  talkHours: z.int().min(1).max(240),
  /** What one side may say in one contact, in all and in an hour. */
  sayings: z.int().min(1).max(50),
  sayingsPerHour: z.int().min(1).max(50),
  /** So long can 送出 be taken back. */
  undoMinutes: z.int().min(1).max(120),
  /** A viewer who has had a number for this long and said nothing makes room when a spare is full. */
  silentMinutes: z.int().min(1).max(4320),
  /** So many people who found a spare empty make its owner be asked. */
  goneReportsToAsk: z.int().min(1).max(20),
  /** A spare whose owner does not answer for so long ends by itself. */
  goneAnswerMinutes: z.int().min(5).max(1440),
  /** The owner of a spare is asked whether there is some so long after the last sign of it. */
  stillThereHours: z.int().min(1).max(72),
  /** A spare whose owner does not answer for so long rests until they do. */
  stillThereAnswerMinutes: z.int().min(5).max(1440),
  /** An urgent need is asked for so long after it was published or last confirmed. */
  stillNeededHours: z.int().min(1).max(72),
  /** One whose owner does not answer for so long loses its priority until they do; any other need rests. */
  stillNeededAnswerMinutes: z.int().min(5).max(1440),
  /** Any other need is asked for so long after it was published or last confirmed; an urgent one rests so long after a question without an answer. */
  stillNeededLaterHours: z.int().min(1).max(72),
  /** A taker who has had a number for so long, and said nothing, is asked whether the medicine arrived. */
  outcomeAskMinutes: z.int().min(5).max(1440),
  /** So many days after the medicine arrived the taker is asked whether some is left for others. */
  passOnDays: z.int().min(1).max(25),
  verificationAttemptsPerDay: z.int().min(1).max(20),
  /** Checks of names that the whole environment expects in a day: more raise an alarm and wait, none is refused. */
  identityChecksPerDay: z.int().min(1).max(10_000_000),
  reportersToHide: z.int().min(1).max(20),
  /**
   * Posts and their contacts are erased this many days after the post's end, and accounts when nothing is left of them.
   */
  personalDataDays: z.int().min(1).max(365),
  /** Messages that one person sends to the operators in a day of China. */
  feedbackPerDay: z.int().min(1).max(50),
  /** So many people must have missed a name before operators read it: what a few typed may be personal. */
  peopleToShowName: z.int().min(2).max(100),
  matching: Matching,
  alarms: Alarms,
  /** Calls of one caller in an hour. */
  callsPerHour: CallBudgets,
});
export type CampaignLimits = z.infer<typeof CampaignLimits>;

/**
 * `ingredients`: two medicines of a household that must not be taken together. `ages`: what a group of people must not take. `doses`: the
 * guide to medicines with its doses. `advice`: a guide without medicines, from the campaign's advice.json.
 */
export const CampaignModule = z.enum(['ingredients', 'ages', 'doses', 'advice']);
export type CampaignModule = z.infer<typeof CampaignModule>;

/** One emergency: what may be shared, how much of it, and in which words. A folder under campaigns/ holds one. */
export const Campaign = z.strictObject({
  code,
  title: z.string().min(1).max(20),
  slogan: sentence,
  /** Shown above everything else while it is there, such as what has changed since yesterday. */
  notice: z.strictObject({ text: sentence, english: z.string().max(200) }).nullable(),
  /** Parts of the product that this emergency switches on. */
  modules: z.array(CampaignModule),
  limits: CampaignLimits,
  categories: z.array(z.strictObject({ code, name: z.string().min(1).max(8) })).min(1),
  substances: z.array(Substance),
  symptoms: z.array(Symptom),
  catalogue: z.array(CatalogueItem).min(1).max(150),
  refusals: z.array(Refusal),
  unlisted: z.array(Unlisted),
  /** Warnings about an item for these groups of people, shown as soon as both are known. */
  warnings: z.array(Warning),
  /** What must not be taken together. */
  clashes: z.array(Clash),
  /** Where the statements of warnings, clashes and the guide come from. */
  references: z.array(Reference),
  /** Vulnerable people whom this emergency asks about, in the order in which screens name them. */
  groups: z
    .array(z.strictObject({ code: Group, name: z.string().min(1).max(8), hint: z.string().max(40) }))
    .min(1)
    .max(mostGroups),
  /** 渠道来源: where a donor got what is offered. */
  sources: z.array(z.strictObject({ code, name: z.string().min(1).max(12) })).min(1),
  /** Shown on top of the need form: when not to post but to call 120. */
  redFlags: z.array(sentence),
  /**
   * When the red flags open by themselves: a need of one of these groups, or a note with one of these words, in addition
   * to medical signs, which count in every campaign.
   */
  danger: z
    .strictObject({
      groups: z.array(Group).max(mostGroups),
      words: z.array(z.string().min(2).max(16)).max(200),
    })
    .optional(),
  /** Everyday words of this emergency, such as 拉人 in a flood, by which no note sounds like a dealer's. */
  plainWords: z.array(z.string().min(1).max(12)).max(200).optional(),
  talk: TalkWords,
  care: z.array(Care).max(1000),
  /** Codes of what most people look for, offered before anything is typed. */
  wanted: z.array(code).max(8),
  /** Short advice shown next to the boards. */
  tips: z.array(sentence),
  /** The sentence that accompanies every description of a medicine. */
  disclaimer: sentence,
});
export type Campaign = z.infer<typeof Campaign>;
