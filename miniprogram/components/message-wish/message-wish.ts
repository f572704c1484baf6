import type { TemplateName } from '../../facts/news/message-templates';
import { askableOf, askForMessages } from '../../services/messages';
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
  data: { askable: [] as TemplateName[], answer: '' as '' | 'accepted' | 'refused' },
  observers: {
    templates(names: TemplateName[]) {
      this.setData({ askable: askableOf(names) });
    },
  },
  methods: {
    async tapped() {
      this.setData({ answer: (await askForMessages(this.data.askable)) ? 'accepted' : 'refused' });
    },
  },
});
