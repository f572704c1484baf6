import { messageTemplates, templateNames, type TemplateName } from '@facts/news/message-templates';
import { Misconfigured } from './misconfigured';

/** A template as WeChat's console gave it: its id, and the names of its keywords in the order of `messageTemplates`. */
export interface Template {
  id: string;
  fields: string[];
}

export type MessageTemplates = Partial<Record<TemplateName, Template>>;

/** Its environment variable, MESSAGE_CONTACT, of the form `<id>:thing1,phone_number2,time3,thing4`, or none. */
const variableOf = (name: TemplateName): string => `MESSAGE_${name.toUpperCase()}`;

/** The templates that this environment has; news of one that it lacks is found in the inbox only. */
export function messageTemplatesOf(environment: Record<string, string | undefined>): MessageTemplates {
  return Object.fromEntries(
    templateNames.flatMap((name) => {
      const text = environment[variableOf(name)] ?? '';
      return text === '' || text === 'none' ? [] : [[name, templateOf(name, text)]];
    }),
  );
}

function templateOf(name: TemplateName, text: string): Template {
  const [id = '', list = ''] = text.split(':');
  const fields = list.split(',');
  const kinds = messageTemplates[name];
  const fits =
    fields.length === kinds.length && fields.every((field, at) => fieldFits(field, kinds[at] ?? ''));
  if (id === '' || !fits)
    throw new Misconfigured(
      `${variableOf(name)} is not of the form <id>:${kinds.map((kind, at) => `${kind}${at + 1}`).join(',')}`,
    );
  return { id, fields };
}

const fieldFits = (field: string, kind: string): boolean => new RegExp(`^${kind}\\d+$`).test(field);
