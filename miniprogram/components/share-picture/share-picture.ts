import type { ShareWords } from '../../presenters/share/share-words';
import { brokenText, openCanvas, pictureFile } from '../../services/canvas';
import { objectOf } from '../properties';
import { worded } from '../../facts/words/worded';

const colours = { need: '#b93a0b', spare: '#08713d' } as const;
const margin = 32;

/** The picture of a shared post. `draw` answers its file: 5 : 4 for a card, square for Moments. */
Component({
  properties: {
    words: objectOf<ShareWords>(),
  },
  methods: {
    async draw(shape: 'card' | 'square'): Promise<string> {
      const { words } = this.data;
      if (words === null) return '';
      const [width, height] = shape === 'card' ? [500, 400] : [400, 400];
      const { canvas, context } = await openCanvas(this, '#picture', width, height);
      context.fillStyle = '#ffffff';
      context.fillRect(0, 0, width, height);
      context.fillStyle = colours[words.board];
      context.fillRect(0, 0, width, 120);
      context.textBaseline = 'middle';
      context.fillStyle = '#ffffff';
      context.font = 'bold 56px sans-serif';
      context.fillText(words.headline, margin, 62);
      const [what = '', ...rest] = words.lines;
      context.fillStyle = '#1b1d21';
      context.font = 'bold 44px sans-serif';
      const broken = brokenText(context, what, width - 2 * margin, 2);
      broken.forEach((line, index) => context.fillText(line, margin, 170 + index * 54));
      context.font = '34px sans-serif';
      rest.forEach((line, index) => context.fillText(line, margin, 184 + broken.length * 54 + index * 48));
      context.fillStyle = '#4b515c';
      context.font = '26px sans-serif';
      context.fillText(worded('{title} · 只免费互助，谁要钱都别给'), margin, height - 28);
      return pictureFile(canvas);
    },
  },
});
