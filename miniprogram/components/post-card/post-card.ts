import type { PostCard } from '../../presenters/post/post-card';
import { objectOf } from '../properties';

/** A post in a list. Answers `open` when it is tapped. */
Component({
  properties: {
    card: objectOf<PostCard>(),
    /** At a large font: what the list's headings say already is left out. */
    compact: { type: Boolean, value: false },
  },
  methods: {
    tapped() {
      this.triggerEvent('open');
    },
  },
});
