import type { Cloud } from '../cloud';
import { answerJson } from '../http/json-answer';
import type { Handler } from '../http/server';

/** Answers `/healthz` once everything is running; before that the server answers 503. */
export function healthz(cloud: Cloud): Handler {
  return (request, response) => {
    if (request.url?.split('?')[0] !== '/healthz') return Promise.resolve(false);
    answerJson(response, 200, {
      status: 'ok',
      gateway: cloud.gatewayUrl,
      environment: cloud.envId,
      instances: cloud.instances(),
    });
    return Promise.resolve(true);
  };
}
