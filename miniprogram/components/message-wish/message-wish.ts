import type { TemplateName } from '../../facts/news/message-templates';
import { askForMessages, mayAskForMessages } from '../../services/messages';
import { listOf } from '../properties';
import { inLanguage } from '../in-language';

/** One tap by which the user is notified on the phone; not shown where nothing may be asked. */
Component({
  behaviors: [inLanguage],
  properties: {
    /** What the button says: 有人联系时通知我. */
    text: { type: String, value: '' },
    templates: listOf<TemplateName>(),
  },
  data: { isShown: false, answer: '' as '' | 'accepted' | 'refused' },
  observers: {
    templates(names: TemplateName[]) {
      this.setData({ isShown: mayAskForMessages(names) });
    },
  },
  methods: {
    async tapped() {
      const answer = await askForMessages(this.data.templates);
      if (answer !== 'none') this.setData({ answer });
    },
  },
});
