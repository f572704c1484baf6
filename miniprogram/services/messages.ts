import type { CallOutput } from '../../cloudfunctions/shared/contract/contract';
import type { TemplateName } from '../facts/news/message-templates';
import { call } from './cloud';

const templatesKey = 'messages.templates';
const refusedKey = 'messages.refused-until';
/** Somebody who refused is not asked again for this long. */
const refusedPauseMs = 7 * 86_400_000;

type Template = CallOutput<'news', 'waiting'>['templates'][number];

/** How a person answered: `none` where there was nothing to ask. */
export type MessageAnswer = 'accepted' | 'refused' | 'none';

/** A tap must ask at once, so the templates are kept from an earlier answer of the cloud. */
export const keepTemplates = (templates: readonly Template[]): void =>
  wx.setStorageSync(templatesKey, templates);

/** Whether a tap may ask for messages of these templates: the service has them, and the person has not refused lately. */
export function mayAskForMessages(names: readonly TemplateName[]): boolean {
  const refusedUntilMs: number | '' = wx.getStorageSync(refusedKey);
  return idsOf(names).length > 0 && Date.now() >= Number(refusedUntilMs);
}

/**
 * Asks for one message of each of these templates; to be called by a tap, before anything else is waited for. What is accepted is
 * counted in the cloud.
 */
export async function askForMessages(names: readonly TemplateName[]): Promise<MessageAnswer> {
  const wanted = idsOf(names);
  if (wanted.length === 0) return 'none';
  const answers: Record<string, unknown> | null = await wx
    .requestSubscribeMessage({ tmplIds: wanted.map(({ id }) => id) })
    .catch(() => null);
  if (answers === null) return 'none';
  const templates = wanted.filter(({ id }) => answers[id] === 'accept').map(({ name }) => name);
  if (templates.length === 0) {
    wx.setStorageSync(refusedKey, Date.now() + refusedPauseMs);
    return 'refused';
  }
  await call('news', 'accepted', { templates }).catch(() => undefined);
  return 'accepted';
}

function idsOf(names: readonly TemplateName[]): Template[] {
  const kept: Template[] | '' = wx.getStorageSync(templatesKey);
  return kept === '' ? [] : kept.filter(({ name }) => names.includes(name));
}
