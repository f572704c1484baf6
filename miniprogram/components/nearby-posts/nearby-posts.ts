import type { BoardRow } from '../../presenters/board/board-rows';
import { loadNearby } from '../../services/nearby-posts';
import type { NearbyQuery } from '../../services/nearby-posts';
import { objectOf } from '../properties';

/** The nearest posts that would serve now. Shows nothing while it looks and when it finds none. */
Component({
  properties: {
    query: objectOf<NearbyQuery>(),
    /** The id of a post that must not be shown. */
    except: { type: String, value: '' },
    heading: { type: String, value: '' },
  },
  data: { rows: [] as BoardRow[] },
  observers: {
    'query, except'(query: NearbyQuery | null) {
      if (query !== null) void this.look(query);
    },
  },
  methods: {
    /** These posts are an extra: the page is complete without them, so a failure stays unmentioned. */
    async look(query: NearbyQuery) {
      const rows = await loadNearby(query, this.data.except).catch(() => []);
      if (query === this.data.query) this.setData({ rows });
    },
    opened(event: WechatMiniprogram.CustomEvent<object, object, { id: string; distance: string }>) {
      const { id, distance } = event.currentTarget.dataset;
      void wx.navigateTo({
        url: `/packages/post/pages/post/post?id=${id}&band=${encodeURIComponent(distance)}`,
      });
    },
  },
});
