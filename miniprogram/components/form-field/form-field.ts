/** One question of a form: its title, what helps to answer it, and what is wrong with the answer. */
Component({
  properties: {
    title: { type: String, value: '' },
    hint: { type: String, value: '' },
    optional: { type: Boolean, value: false },
    error: { type: String, value: '' },
    /** Something inside is missing or wrong, and says so there. */
    faulty: { type: Boolean, value: false },
  },
});
