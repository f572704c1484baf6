import { languages } from '../../model/language';
import type { Language } from '../../model/language';
import { toCallError } from '../../services/call-error';
import { chooseLanguage, language } from '../../services/language';
import { sayFailure } from '../../services/open-help';

/** The other languages, each by its own name, one tap away. */
Component({
  data: { others: languages.filter(({ code }) => code !== language()) },
  lifetimes: {
    attached() {
      this.setData({ others: languages.filter(({ code }) => code !== language()) });
    },
  },
  methods: {
    async tapped(event: WechatMiniprogram.TouchEvent<object, object, { code: Language }>) {
      try {
        await chooseLanguage(event.currentTarget.dataset.code);
      } catch (thrown) {
        void sayFailure(toCallError(thrown));
      }
    },
  },
});
