import { expect, test } from '@jest/globals';
import { anOpenedPost } from '../../../cloudfunctions/shared/testing/a-post';
import { draftOfPost } from './draft-of-post';
import { emptyBody } from './form-fields';

test('a post as a form has every field of a form, with the words of the post', () => {
  const post = anOpenedPost({ handOver: ['mail'], note: '老人发烧', groups: ['elderly'] });
  const draft = draftOfPost(post, 'token');
  expect(Object.keys(draft).sort()).toEqual([...Object.keys(emptyBody), 'clientToken', 'place'].sort());
  expect(draft).toMatchObject({ handOver: ['mail'], note: '老人发烧', groups: ['elderly'] });
});
