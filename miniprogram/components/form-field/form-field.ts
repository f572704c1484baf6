/** One question of a form: its title, a hint for the answer, and the answer's error. */
Component({
  properties: {
    title: { type: String, value: '' },
    hint: { type: String, value: '' },
    optional: { type: Boolean, value: false },
    error: { type: String, value: '' },
    /** A part inside is missing or wrong, and reports it there. */
    faulty: { type: Boolean, value: false },
  },
});
