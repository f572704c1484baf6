import { startCloud } from './services/cloud';
import { startLanguage } from './services/language';
import { watchNetwork } from './services/outbox';
import { watchPrivacy } from './services/privacy-authorization';

// Before any page's file is read, because those say things as they are read.
startLanguage();

App({
  onLaunch() {
    startCloud();
    watchPrivacy();
    watchNetwork();
  },
});
