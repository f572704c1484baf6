import { askPrivacyThrough, stopAskingThrough } from '../../services/privacy-authorization';
import type { PrivacyAnswer } from '../../services/privacy-authorization';

/** WeChat checks that the button with this id was tapped. */
const agreeButtonId = 'privacy-agree';

type Answer = (given: PrivacyAnswer) => void;

/** Asks for WeChat's privacy authorization. Stands on every page with a private interface. */
Component({
  data: {
    visible: false,
    agreeButtonId,
  },
  lifetimes: {
    created() {
      /** Interfaces that wait; several may at once. */
      const waiting: Answer[] = [];
      const listen = (answer: Answer): void => {
        waiting.push(answer);
        this.setData({ visible: true });
      };
      Object.assign(this, { waiting, listen });
    },
    attached() {
      askPrivacyThrough(own(this).listen);
    },
    detached() {
      stopAskingThrough(own(this).listen);
      settle(own(this), { event: 'disagree' });
    },
  },
  pageLifetimes: {
    show() {
      askPrivacyThrough(own(this).listen);
    },
    hide() {
      stopAskingThrough(own(this).listen);
    },
  },
  methods: {
    agreed() {
      this.setData({ visible: false });
      settle(own(this), { event: 'agree', buttonId: agreeButtonId });
    },
    refused() {
      this.setData({ visible: false });
      settle(own(this), { event: 'disagree' });
    },
    visibleChanged(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.refused();
    },
    contractTapped() {
      void wx.openPrivacyContract({});
    },
  },
});

/** What a popup keeps beside its data: functions are no data. */
interface Own {
  waiting: Answer[];
  listen: (answer: Answer) => void;
}

const own = (popup: unknown): Own => popup as Own;

function settle({ waiting }: Own, given: PrivacyAnswer): void {
  for (const answer of waiting.splice(0)) answer(given);
}
