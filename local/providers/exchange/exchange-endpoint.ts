import {
  createPhoneEndpoint,
  RefusedRequest,
  textField,
  type Handler,
  type PhoneRoute,
} from 'cloudbase-local';
import { NoSuchCall, type Exchange } from './exchange';

export interface ExchangeEndpointOptions {
  exchange: Exchange;
  cardOf(openid: string): { name: string; idNumber: string };
}

/**
 * What the phones of the preview ask of the outside world, on the preview's own origin:
 * - `POST /exchange/dial` `{person, number, extension?}` → CallView or `{announcement}`.
 * - `POST /exchange/answer`, `/exchange/hang-up` `{person, callId}` → `{}`.
 * - `GET /exchange/identity-card?person=` → `{name, idNumber}`: the card in this invented person's own pocket.
 *
 * Events `call` (CallView) arrive on `/wechat/events`, the phone's one stream: a browser keeps only six connections to an origin.
 */
export function createExchangeEndpoint({ exchange, cardOf }: ExchangeEndpointOptions): Handler {
  return createPhoneEndpoint('/exchange', {
    get: {
      'identity-card': (openid) => {
        const { name, idNumber } = cardOf(openid);
        return { name, idNumber };
      },
    },
    post: {
      dial: (openid, fields) =>
        exchange.dial(
          openid,
          textField(fields, 'number'),
          fields.extension === undefined ? null : textField(fields, 'extension'),
        ),
      answer: ofCall((openid, callId) => exchange.answer(openid, callId)),
      'hang-up': ofCall((openid, callId) => exchange.hangUp(openid, callId)),
    },
  });
}

function ofCall(act: (openid: string, callId: string) => void): PhoneRoute {
  return (openid, fields) => {
    try {
      act(openid, textField(fields, 'callId'));
    } catch (error) {
      if (error instanceof NoSuchCall) throw new RefusedRequest(409, error.message);
      throw error;
    }
    return {};
  };
}
