import { startCloud } from './services/cloud';
import { watchNetwork } from './services/outbox';
import { watchPrivacy } from './services/privacy-authorization';

App({
  onLaunch() {
    startCloud();
    watchPrivacy();
    watchNetwork();
  },
});
