import { cleanedNote, noteMarks } from '../../presenters/publish/note-marks';
import type { NoteMark } from '../../presenters/publish/note-marks';
import { listOf } from '../properties';
import { translated } from '../../facts/words/say';
import { inLanguage } from '../in-language';

/**
 * The note in the user's own words, with sentences to start from by a tap. What may not be public is listed below while
 * it is typed, and one tap takes it out. Answers `change` with `note`.
 */
Component({
  behaviors: [inLanguage],
  properties: {
    note: { type: String, value: '' },
    maximum: { type: Number, value: 200 },
    /** The question, for a screen reader. */
    label: { type: String, value: '说明' },
    placeholder: { type: String, value: '' },
    examples: listOf<string>(),
  },
  data: {
    /** The examples as the reader understands them; a tap writes the Chinese. */
    offers: [] as { text: string; shown: string }[],
    marks: [] as NoteMark[],
    why: '',
    compound: '',
    /** The form warns once about the name of a compound; after that the user may keep it. */
    compoundKept: false,
  },
  observers: {
    examples(examples: string[]) {
      this.setData({ offers: examples.map((text) => ({ text, shown: translated(text) })) });
    },
    note(note: string) {
      this.setData({ ...noteMarks(note) });
    },
  },
  methods: {
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('change', { note: event.detail.value });
    },
    exampleTapped(event: WechatMiniprogram.TouchEvent<object, object, { text: string }>) {
      const note = `${this.data.note}${event.currentTarget.dataset.text}`.slice(0, this.data.maximum);
      this.triggerEvent('change', { note });
    },
    cleanTapped() {
      this.triggerEvent('change', { note: cleanedNote(this.data.note) });
    },
    compoundRemoved() {
      this.triggerEvent('change', { note: this.data.note.replace(this.data.compound, '') });
    },
    compoundKeptTapped() {
      this.setData({ compoundKept: true });
    },
  },
});
