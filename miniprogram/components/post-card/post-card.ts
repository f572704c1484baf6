import type { PostCard } from '../../presenters/post/post-card';
import { objectOf } from '../properties';

/** A post in a list. Answers `open` when it is tapped. */
Component({
  properties: {
    card: objectOf<PostCard>(),
  },
  methods: {
    tapped() {
      this.triggerEvent('open');
    },
  },
});
