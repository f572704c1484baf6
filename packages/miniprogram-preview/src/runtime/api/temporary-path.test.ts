import { describe, expect, it } from '@jest/globals';
import { temporaryPath } from './temporary-path';

/** File names in the form that the platform's own examples use for uploads. */
const endingIn = (path: string) => /\.[^.]+?$/.exec(path)?.[0];

describe('the path of a file of this session', () => {
  const picture = (type: string) => new Blob(['x'], { type });

  it.each([
    ['as the chosen file has it', 'image/jpeg', 'IMG_01.JPEG', '.JPEG'],
    ['as the stored file has it', 'image/png', 'cloud://local-1.local-local-1/a.b/c.webp', '.webp'],
    ['of its kind, when its name has none', 'image/jpeg', 'photo', '.jpg'],
    ['of its kind, when it has no name', 'image/png', '', '.png'],
    ['that says nothing, when nothing is known', '', '', '.tmp'],
  ])('ends with %s', (_, type, name, ending) => {
    expect(endingIn(temporaryPath(picture(type), name))).toBe(ending);
  });

  it('still leads to the file', () => {
    const { href, hash } = new URL(temporaryPath(picture('image/png')));
    expect(href.slice(0, -hash.length)).toMatch(/^blob:/);
  });
});
