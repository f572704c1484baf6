import { inLanguage } from '../in-language';

/** One question of a form: its title, a hint for the answer, and the answer's error. */
Component({
  behaviors: [inLanguage],
  properties: {
    title: { type: String, value: '' },
    hint: { type: String, value: '' },
    optional: { type: Boolean, value: false },
    error: { type: String, value: '' },
    /** The error may be the cloud's, so the way to help is next to it. */
    helped: { type: Boolean, value: false },
    /** A part inside is missing or wrong, and reports it there. */
    faulty: { type: Boolean, value: false },
  },
});
