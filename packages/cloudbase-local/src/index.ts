/** The public entry: a local CloudBase that the unmodified SDKs reach over the platform's wire protocol. */
export { startCloud, type Cloud, type CloudClock, type CloudOptions } from './cloud';
export { startCloudApi, type CloudApi, type CloudApiOptions } from './cloud-api/cloud-api';
export { refusedSignature, tc3WindowMs } from './cloud-api/tc3-signature';
export { readZip, writeZip } from './cloud-api/zip';
export { assertFault, type FaultShape } from './environment/assert-fault';
export { backUp, restore } from './environment/backup';
export { readEnvironmentFile } from './environment/environment-file';
export { DroppedConnection } from './environment/faults';
export { logText } from './environment/log-text';
export { openSecrets } from './environment/secrets';
export { writeWholeFile } from './environment/write-whole-file';
export { readBody } from './http/body';
export { refusedAsForeign } from './http/request-origin';
export type { OpenApiProvider } from './open-api/open-api';
export type { OpenDataProvider } from './open-api/open-data';
export { endOnSignals } from './server/end-on-signals';
export type { EventStreams } from './http/event-streams';
export { healthz } from './server/healthz';
export type { DatabaseOperation } from './gateway/watch-operations';
export { startHttpServer, type Handler, type HttpServer } from './http/server';
export {
  createPhoneEndpoint,
  RefusedRequest,
  textField,
  type PhoneFields,
  type PhoneRoute,
  type PhoneRoutes,
} from './http/phone-endpoint';
export { startErrorSentence, type StartPlaces } from './server/start-error';
export { createFlowLimit } from './wechat/flow-limit';
export { inventPhone } from './wechat/invented-phone';
export { createWechat, type Wechat, type WechatOptions } from './wechat/wechat';
export type { ServiceMessage } from './wechat/subscribe-messages';
