/** One assumption of the simulated city. docs/city.md says on what it rests. */
interface Assumption {
  /** As the table of variations names it. */
  says: string;
  base: number;
  /** The ends of its range; both are absent where it is not varied. */
  range?: readonly [number, number];
}

/** Numbers of posts are for so many people, and so is the scale of distances. */
export const peopleOfFigures = 20_000;

/** Times are minutes, shares are from 0 to 1, distances kilometres. */
export const assumptions = {
  needs: { says: 'needs', base: 1_500, range: [500, 3_000] },
  spares: { says: 'spares', base: 375, range: [150, 1_000] },
  days: { says: 'posts by day: 0 growth, 1 flat, 2 a spike', base: 0, range: [1, 2] },
  scaleKm: { says: 'scale of distances, km', base: 5, range: [3, 8] },
  old: { says: 'needs for an old person', base: 0.25, range: [0.15, 0.35] },
  child: { says: 'needs for a child', base: 0.2, range: [0.1, 0.3] },
  pregnant: { says: 'needs for a pregnant woman', base: 0.03 },
  portions: { says: 'portions: 0 as many, 1 few, 2 many', base: 0, range: [1, 2] },
  stockLasts: { says: 'what is left goes after', base: 180, range: [60, 720] },
  patience: { says: 'a need is given up after', base: 1_440, range: [720, 2_880] },
  calls: { says: 'a seeker calls a spare next door', base: 0.3, range: [0.1, 0.6] },
  callsResting: { says: '… one that may be gone, as often', base: 0.3, range: [0.1, 1] },
  looksAgain: { says: 'a seeker looks again after', base: 90, range: [30, 240] },
  donorCalls: { says: 'a donor reads needs and calls', base: 0.3, range: [0.1, 0.6] },
  answers: { says: 'a call is answered', base: 0.65, range: [0.4, 0.85] },
  answersLess: { says: 'each further call of the hour', base: 0.85 },
  answersLeast: { says: 'the least of that', base: 0.2 },
  answersEmpty: { says: 'answered with nothing left', base: 0.25 },
  answersQuiet: { says: 'answered in the quiet hours', base: 0.1 },
  quiet: { says: 'quiet hours: 0 22:30–07:00, 1 22:00–08:00', base: 0, range: [0, 1] },
  redial: { says: 'a call is repeated after', base: 30, range: [10, 120] },
  unfit: { says: 'a donor finds a need unfit', base: 0.45, range: [0.3, 0.6] },
  handOver: { says: 'agreed to in hand', base: 70, range: [30, 180] },
  noShow: { says: 'no-show', base: 0.1, range: [0.05, 0.25] },
  leftOpen: { says: 'a post is left open', base: 0.5, range: [0.3, 0.8] },
  unprompted: { says: 'an outcome is reported unasked', base: 0.225, range: [0.15, 0.3] },
  accepts: { says: 'messages are accepted', base: 0.5, range: [0.2, 0.8] },
  opensOwn: { says: 'a message about an own post is opened', base: 0.35, range: [0.2, 0.5] },
  opensOther: { says: "one about somebody else's is opened", base: 0.2, range: [0.05, 0.2] },
  acts: { says: '… and acted on', base: 0.15, range: [0.03, 0.6] },
  opensAfter: { says: 'a message is opened after', base: 20, range: [5, 60] },
  replies: { says: 'a preset sentence is answered', base: 0.35, range: [0.15, 0.6] },
  repliesAfter: { says: '… after', base: 90, range: [30, 240] },
  wantsNeeds: { says: 'a donor asks to be notified of needs', base: 0.5, range: [0.2, 0.8] },
} as const satisfies Record<string, Assumption>;

export type AssumptionName = keyof typeof assumptions;
export type Values = Readonly<Record<AssumptionName, number>>;

export const assumptionNames = Object.keys(assumptions) as AssumptionName[];

export const baseValues: Values = Object.fromEntries(
  assumptionNames.map((name) => [name, assumptions[name].base]),
) as Record<AssumptionName, number>;

/** One assumption at an end of its range, all others at their base. */
export interface Variation {
  says: string;
  values: Values;
}

/** Each assumption at both ends of its range, where an end is not the base itself. */
export function variations(names: readonly AssumptionName[] = assumptionNames): Variation[] {
  return names.flatMap((name) => {
    const { says, base, range }: Assumption = assumptions[name];
    return (range ?? [])
      .filter((end) => end !== base)
      .map((end) => ({ says: `${says}: ${end}`, values: { ...baseValues, [name]: end } }));
  });
}
