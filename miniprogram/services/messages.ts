import type { CallOutput } from '../../cloudfunctions/shared/contract/contract';
import type { TemplateName } from '../facts/news/message-templates';
import { call } from './cloud';

const templatesKey = 'messages.templates';
/** When each refused template may be asked for again. */
const refusedKey = 'messages.refused';
/** Somebody who refused is not asked again for this long. */
const refusedPauseMs = 7 * 86_400_000;

type Template = CallOutput<'news', 'waiting'>['templates'][number];

/** A tap must ask at once, so the templates are kept from an earlier answer of the cloud. */
export const keepTemplates = (templates: readonly Template[]): void =>
  wx.setStorageSync(templatesKey, templates);

/** Of these templates those that a tap may ask for: the service has them, and the person has not refused them lately. */
export const askableOf = (names: readonly TemplateName[]): TemplateName[] =>
  idsOf(names).flatMap(({ name }) => (Date.now() < (refusedUntil()[name] ?? 0) ? [] : [name]));

/**
 * Asks for one message of each of these templates; to be called by a tap, before anything else is waited for. What is accepted is
 * counted in the cloud.
 * @returns whether any message will come; WeChat may also be unable to ask, for example when its own switch is off
 */
export async function askForMessages(names: readonly TemplateName[]): Promise<boolean> {
  const wanted = idsOf(names);
  if (wanted.length === 0) return false;
  const answers: Record<string, unknown> = await wx
    .requestSubscribeMessage({ tmplIds: wanted.map(({ id }) => id) })
    .catch(() => ({}));
  const answered = (isWanted: boolean): TemplateName[] =>
    wanted.flatMap(({ name, id }) =>
      id in answers && (answers[id] === 'accept') === isWanted ? [name] : [],
    );
  const until = answered(false).map((name) => [name, Date.now() + refusedPauseMs]);
  wx.setStorageSync(refusedKey, { ...refusedUntil(), ...Object.fromEntries(until) });
  const templates = answered(true);
  if (templates.length > 0) await call('news', 'accepted', { templates }).catch(() => undefined);
  return templates.length > 0;
}

const refusedUntil = (): Partial<Record<TemplateName, number>> => wx.getStorageSync(refusedKey) || {};

function idsOf(names: readonly TemplateName[]): Template[] {
  const kept: Template[] | '' = wx.getStorageSync(templatesKey);
  return kept === '' ? [] : kept.filter(({ name }) => names.includes(name));
}
