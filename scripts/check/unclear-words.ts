/** Words that readers of other languages stumble over, each with a plain way to say it. */
const unclear: readonly (readonly [RegExp, string])[] = [
  [/\bwho(m|so)?ever\b/i, 'name the person'],
  [/^\s*who\b(?!.*\?)|[.;:] who\b(?!.*\?)/i, 'name the person'],
  [/\bnobody\b(?! else)/i, 'say it positively, or "no person"'],
  [/\btold\b/i, 'reported, notified, distinguished'],
  [/\bstands?\b(?!-| (in )?for\b)/i, 'is'],
  [/\banew\b/i, 'again'],
  [/\b(that|which|it) is none\b/i, 'is not one'],
  [/\bbut for\b/i, 'except'],
  [/\bbeside\b/i, 'next to, besides'],
];

/** The unclear words of a comment, a test's name or a line of the docs. Code between back quotes does not count. */
export function unclearWords(text: string): string[] {
  const prose = text.replace(/`[^`]*`/g, '`code`');
  return unclear.flatMap(([pattern, instead]) => {
    const [found] = pattern.exec(prose) ?? [];
    return found === undefined ? [] : [`"${found.trim()}" (${instead})`];
  });
}
