import { askPrivacyThrough, stopAskingThrough } from '../../services/privacy-authorization';
import type { PrivacyAnswerer } from '../../services/privacy-authorization';
import { inLanguage } from '../in-language';

/** WeChat checks that the user tapped the button with this id. */
const agreeButtonId = 'privacy-agree';

const questions = new WeakMap<object, Questions>();

/** Asks for WeChat's privacy authorization. Every page with a private interface holds one. */
Component({
  behaviors: [inLanguage],
  data: {
    visible: false,
    agreeButtonId,
  },
  lifetimes: {
    created() {
      const waiting: PrivacyAnswerer[] = [];
      const ask = (answer: PrivacyAnswerer): void => {
        waiting.push(answer);
        this.setData({ visible: true });
      };
      questions.set(this, { waiting, ask });
    },
    attached() {
      askPrivacyThrough(questionsOf(this).ask);
    },
    detached() {
      stopAskingThrough(questionsOf(this).ask);
      answerAll(this, { event: 'disagree' });
    },
  },
  pageLifetimes: {
    show() {
      askPrivacyThrough(questionsOf(this).ask);
    },
    hide() {
      stopAskingThrough(questionsOf(this).ask);
    },
  },
  methods: {
    agreed() {
      this.setData({ visible: false });
      answerAll(this, { event: 'agree', buttonId: agreeButtonId });
    },
    refused() {
      this.setData({ visible: false });
      answerAll(this, { event: 'disagree' });
    },
    visibleChanged(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.refused();
    },
    contractTapped() {
      void wx.openPrivacyContract({});
    },
  },
});

/** State of a popup outside its data, because data can hold no functions. */
interface Questions {
  /** The private interfaces that wait for the user's answer; several may wait at once. */
  waiting: PrivacyAnswerer[];
  ask(answer: PrivacyAnswerer): void;
}

function questionsOf(popup: object): Questions {
  const kept = questions.get(popup);
  if (kept === undefined) throw new Error('the privacy popup is not created');
  return kept;
}

function answerAll(popup: object, given: WechatMiniprogram.PrivacyAnswer): void {
  for (const answer of questionsOf(popup).waiting.splice(0)) answer(given);
}
