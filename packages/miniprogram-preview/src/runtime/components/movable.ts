import type { BuiltIn } from './define';

const areaProperties = { scaleArea: false };

export const movableArea: BuiltIn<typeof areaProperties> = {
  tag: 'movable-area',
  properties: areaProperties,
  create: () => ({}),
};

const properties = {
  direction: 'none',
  inertia: false,
  outOfBounds: false,
  x: null as unknown,
  y: null as unknown,
  damping: 20,
  friction: 2,
  disabled: false,
  scale: false,
  scaleMin: 0.5,
  scaleMax: 10,
  scaleValue: 1,
};

export const movableView: BuiltIn<typeof properties> = {
  tag: 'movable-view',
  properties,
  create(node) {
    const { host } = node;
    const at = { x: 0, y: 0 };
    let grip: { x: number; y: number } | undefined;
    const moveTo = (x: number, y: number, source: string) => {
      const area = host.closest('wx-movable-area');
      const limit = (value: number, size: number) =>
        Math.max(Math.min(0, size), Math.min(Math.max(0, size), value));
      at.x = area && !node.data.outOfBounds ? limit(x, area.clientWidth - host.offsetWidth) : x;
      at.y = area && !node.data.outOfBounds ? limit(y, area.clientHeight - host.offsetHeight) : y;
      host.style.transform = `translate(${at.x}px, ${at.y}px) scale(${node.data.scaleValue})`;
      if (source !== '') node.emit('change', { ...at, source });
    };
    host.addEventListener('touchstart', (event) => {
      const touch = event.touches[0];
      if (touch && !node.data.disabled) grip = { x: touch.clientX - at.x, y: touch.clientY - at.y };
    });
    host.addEventListener('touchmove', (event) => {
      const touch = event.touches[0];
      const { direction } = node.data;
      if (!touch || !grip || direction === 'none') return;
      event.preventDefault();
      const x = direction === 'vertical' ? at.x : touch.clientX - grip.x;
      const y = direction === 'horizontal' ? at.y : touch.clientY - grip.y;
      moveTo(x, y, 'touch');
    });
    host.addEventListener('touchend', () => {
      grip = undefined;
    });
    return {
      update(changed) {
        if (!changed.has('x') && !changed.has('y') && !changed.has('scaleValue')) return;
        const x = parseFloat(String(node.data.x ?? at.x)) || 0;
        const y = parseFloat(String(node.data.y ?? at.y)) || 0;
        setTimeout(() => moveTo(x, y, ''));
      },
    };
  },
};
