/** What a user does, as the calls that their phone makes for it. */
export interface Action {
  name: string;
  calls: readonly string[];
  /** How often it happens in a hundred visits. */
  inHundredVisits: number;
}

/** A tenth of the visitors take part, as in the launch of the first such program; reading is what all do. */
export const actions: readonly Action[] = [
  {
    name: 'opens the program',
    calls: ['search.campaign', 'search.nearby', 'news.waiting'],
    inHundredVisits: 100,
  },
  { name: 'turns a page, filters, changes the board', calls: ['search.nearby'], inHundredVisits: 200 },
  { name: 'opens a post', calls: ['posts.read'], inHundredVisits: 100 },
  {
    name: 'verifies',
    calls: ['identity.me', 'identity.bindPhone', 'identity.verify'],
    inHundredVisits: 5,
  },
  {
    name: 'publishes',
    calls: ['posts.mine', 'identity.me', 'posts.publish', 'search.nearby'],
    inHundredVisits: 5,
  },
  {
    name: 'contacts, talks, reports how it went',
    calls: ['contact.request', 'contact.say', 'contact.outcome', 'contact.done'],
    inHundredVisits: 5,
  },
  {
    name: 'looks after own posts',
    calls: ['posts.mine', 'contact.interest', 'contact.callers', 'contact.confirm'],
    inHundredVisits: 5,
  },
  { name: 'reads own news', calls: ['news.mine', 'news.markRead'], inHundredVisits: 5 },
  { name: 'renews', calls: ['posts.renew'], inHundredVisits: 1 },
  { name: 'shares a code, another scans it', calls: ['share.code', 'share.open'], inHundredVisits: 2 },
  { name: 'reports a post', calls: ['moderation.report'], inHundredVisits: 1 },
  { name: 'decides as a volunteer', calls: ['moderation.decide'], inHundredVisits: 1 },
  { name: 'erases everything', calls: ['identity.eraseMyData'], inHundredVisits: 0.1 },
];
