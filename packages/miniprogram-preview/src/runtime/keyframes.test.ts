import { expect, test } from '@jest/globals';
import { toKeyframe } from './keyframes';

test('transform functions are joined, in the given order and with their units', () => {
  expect(toKeyframe({ rotate: 45, translateX: 10, scale: [2, 0.5], opacity: 0.5 })).toEqual({
    transform: 'rotate(45deg) translateX(10px) scale(2, 0.5)',
    opacity: '0.5',
  });
});

test('only the angle of rotate3d is in degrees', () => {
  expect(toKeyframe({ rotate3d: [1, 0, 0, 90] })).toEqual({ transform: 'rotate3d(1, 0, 0, 90deg)' });
});

test('offset and ease stay with their keyframe', () => {
  expect(toKeyframe({ left: '75rpx', offset: 0.3, ease: 'ease-in' })).toEqual({
    left: '10vw',
    offset: 0.3,
    easing: 'ease-in',
  });
});
