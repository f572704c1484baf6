import { templateNames, type TemplateName } from '@facts/news/message-templates';
import { z } from 'zod';

export const TemplateNames = z.enum(templateNames);

const counts = Object.fromEntries(templateNames.map((name) => [name, z.int().min(0).default(0)])) as Record<
  TemplateName,
  z.ZodDefault<z.ZodInt>
>;

/** Collection `subscriptions`: how many messages of each template an account may still be sent; `_id` is the openid. */
export const SubscriptionDocument = z.strictObject({
  _id: z.string().min(1).max(128),
  left: z.strictObject(counts),
  revision: z.int().default(0),
});
export type SubscriptionDocument = z.infer<typeof SubscriptionDocument>;
