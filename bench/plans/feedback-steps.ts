import type { CallStep, Step } from './step';

/** Somebody writes to the operators and misses a name; an operator answers, and changes the campaign. */
export function feedbackSteps(
  call: CallStep,
  { reader, operator }: { reader: string; operator: string },
): Step[] {
  const known = { id: '' };
  const keepLast = ({ messages }: { messages: { id: string }[] }) => (known.id = messages.at(-1)?.id ?? '');
  return [
    call('moderation', 'sendFeedback', () => ({ kind: 'broken' as const, text: '点了没反应' }), reader),
    call('moderation', 'myFeedback', () => ({}), reader),
    call('moderation', 'waitingFeedback', () => ({}), operator, keepLast),
    call('moderation', 'answerFeedback', () => ({ id: known.id, answer: '谢谢，会改。' }), operator),
    call('moderation', 'missName', () => ({ name: '造口袋' }), reader),
    call('moderation', 'missingNames', () => ({}), operator),
    call('moderation', 'campaignChanges', () => ({}), operator),
    call('moderation', 'changeCampaign', () => ({ after: 0, changes: '{}', reason: '试一试' }), operator),
  ];
}
