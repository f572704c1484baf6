import { speakOn } from '../services/language';

/** Sentences of a component's WXML in the reader's language: `w` is what its `t.say(w, …)` looks in. */
export const inLanguage = Behavior({
  lifetimes: {
    attached() {
      speakOn(this);
    },
  },
});
