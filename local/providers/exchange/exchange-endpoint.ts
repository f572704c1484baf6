import {
  createPhoneEndpoint,
  RefusedRequest,
  textField,
  type EventStreams,
  type Handler,
  type PhoneRoute,
  type Wechat,
} from 'cloudbase-local';
import { NoSuchCall, type Exchange } from './exchange';

export interface ExchangeEndpointOptions {
  exchange: Exchange;
  /** Of WeChat: a phone hears of calls and messages over one connection, because browsers keep only six to an origin. */
  streams: EventStreams;
  wechat: Pick<Wechat, 'issuePhoneCode' | 'issuePhoneCloudId' | 'acceptMessages'>;
  cardOf(openid: string): { name: string; idNumber: string };
}

/**
 * What the phones of the preview ask of the outside world, on the preview's own origin:
 * - `GET /exchange/events?person=`: server-sent events `call` (CallView); those of `/wechat/events` come along.
 * - `POST /exchange/dial` `{person, number, extension?}` → CallView or `{announcement}`.
 * - `POST /exchange/answer`, `/exchange/hang-up` `{person, callId}` → `{}`.
 * - `GET /exchange/identity-card?person=` → `{name, idNumber}`: the card in this invented person's own pocket.
 * - `POST /exchange/phone-code` and `/exchange/accept-messages`, as under `/wechat`.
 */
export function createExchangeEndpoint(options: ExchangeEndpointOptions): Handler {
  const { exchange, streams, wechat, cardOf } = options;
  return createPhoneEndpoint('/exchange', {
    get: {
      events(openid, _fields, response) {
        streams.open(openid, response);
        const call = exchange.callOf(openid);
        if (call) streams.send(openid, 'call', call);
      },
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
          fields['extension'] === undefined ? null : textField(fields, 'extension'),
        ),
      answer: ofCall((openid, callId) => exchange.answer(openid, callId)),
      'hang-up': ofCall((openid, callId) => exchange.hangUp(openid, callId)),
      'phone-code': (openid) => ({
        code: wechat.issuePhoneCode(openid),
        cloudID: wechat.issuePhoneCloudId(openid),
      }),
      'accept-messages': (openid, { templateIds }) => {
        wechat.acceptMessages(openid, templateIds as string[]);
        return {};
      },
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
