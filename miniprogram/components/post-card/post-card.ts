import type { PostCard } from '../../presenters/post/post-card';
import { objectOf } from '../properties';
import { inLanguage } from '../in-language';

/** A post in a list. Answers `open` when it is tapped. */
Component({
  behaviors: [inLanguage],
  properties: {
    card: objectOf<PostCard>(),
    /** At a large font: only how far and how old a post is. */
    compact: { type: Boolean, value: false },
  },
  methods: {
    tapped() {
      this.triggerEvent('open');
    },
  },
});
