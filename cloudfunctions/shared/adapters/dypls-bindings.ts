import { z } from 'zod';
import { chinaSecondsMs } from '@facts/china-time';
import { callDypls, refusalOf, type DyplsAnswer, type DyplsSettings } from './dypls-client';
import type { BindAnswer, BindingName, CarrierBinding, MaskedNumbers } from './masked-numbers';

const Bound = z.object({
  SecretBindDTO: z.object({
    SubsId: z.coerce.string(),
    SecretNo: z.string(),
    Extension: z.string().nullish(),
  }),
});
const Detail = z.object({
  SecretBindDetailDTO: z.object({
    PhoneNoA: z.string(),
    PhoneNoB: z.string().nullish(),
    Extension: z.string().nullish(),
    ExpireDate: z.string(),
    Status: z.coerce.number(),
  }),
});

const gone = ['isv.SUBS_NOT_EXIST', 'isv.SUBSCRIPTION_NOT_EXIST'];

/** The result of a call that binds; after an unreadable answer the number may or may not be bound. */
export function bindAnswer(answer: DyplsAnswer): BindAnswer {
  if (!answer.ok) return { kind: refusalOf(answer.code), code: answer.code };
  const bound = Bound.safeParse(answer.body);
  if (!bound.success) return { kind: 'unknown', code: 'UNREADABLE' };
  const { SubsId, SecretNo, Extension } = bound.data.SecretBindDTO;
  return {
    kind: 'bound',
    binding: { number: SecretNo, subscriptionId: SubsId, extension: Extension || null },
  };
}

/** The parts that are the same for every kind of number: all except `bind`. */
export function dyplsBindings(settings: DyplsSettings): Omit<MaskedNumbers, 'bind'> {
  return {
    unbind: async ({ number, subscriptionId }) => {
      const answer = await callDypls(settings, 'UnbindSubscription', {
        SecretNo: number,
        SubsId: subscriptionId,
      });
      return answer.ok || gone.includes(answer.code) ? 'unbound' : 'unknown';
    },
    list: async (number) => {
      const answer = await callDypls(settings, 'QuerySubsId', { PhoneNoX: number });
      if (!answer.ok)
        return { kind: answer.code === 'isv.NO_NOT_EXIST' ? 'foreign' : 'silent', code: answer.code };
      const ids = String(answer.body.SubsId ?? '')
        .split(',')
        .filter((id) => id !== '');
      return { kind: 'listed', names: ids.map((subscriptionId) => ({ number, subscriptionId })) };
    },
    describe: async (name) => {
      const answer = await callDypls(settings, 'QuerySubscriptionDetail', {
        PhoneNoX: name.number,
        SubsId: name.subscriptionId,
      });
      if (!answer.ok) return gone.includes(answer.code) ? 'gone' : 'unknown';
      return carrierBinding(name, answer.body);
    },
  };
}

/** The service's `Status` of a binding that works. */
const working = 1;

function carrierBinding(name: BindingName, body: unknown): CarrierBinding | 'gone' | 'unknown' {
  const detail = Detail.safeParse(body);
  if (!detail.success) return 'unknown';
  const { PhoneNoA, PhoneNoB, Extension, ExpireDate, Status } = detail.data.SecretBindDetailDTO;
  if (Status !== working) return 'gone';
  const expiresAtMs = chinaSecondsMs(ExpireDate);
  if (expiresAtMs === undefined) return 'unknown';
  return {
    ...name,
    extension: Extension || null,
    phones: [PhoneNoA, PhoneNoB || null],
    expiresAtMs,
  };
}
