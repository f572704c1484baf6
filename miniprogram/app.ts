import { startCloud } from './services/cloud';
import { watchPrivacy } from './services/privacy-authorization';

App({
  onLaunch() {
    startCloud();
    watchPrivacy();
  },
});
