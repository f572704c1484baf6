import type { BuiltIn } from './define';

const portalProperties = { enable: true };

/** Shows its content above the whole page, unaffected by the clips and transforms of its ancestors. */
export const rootPortal: BuiltIn<typeof portalProperties> = {
  tag: 'root-portal',
  properties: portalProperties,
  create(node) {
    // The element stays where the framework put it; the browser's top layer lifts it out.
    const { host } = node;
    return {
      update() {
        host.classList.toggle('lifted', node.data.enable);
      },
    };
  },
};

const containerProperties = {
  show: false,
  duration: 300,
  zIndex: 100,
  overlay: true,
  position: 'bottom',
  round: false,
  closeOnSlideDown: false,
  overlayStyle: '',
  customStyle: '',
};

/** A panel over the page, closed automatically when the page is left. */
export const pageContainer: BuiltIn<typeof containerProperties> = {
  tag: 'page-container',
  properties: containerProperties,
  create(node) {
    const { host } = node;
    host.setAttribute('role', 'dialog');
    const announce = (names: string[]) => names.forEach((name) => node.emit(name, {}));
    node.on('tap', (event) => {
      if (event.getOriginalEvent?.()?.target !== host || !node.data.overlay) return;
      node.emit('clickoverlay', {});
      node.setData({ show: false });
    });
    return {
      update(changed) {
        const { show, position, round, zIndex } = node.data;
        host.dataset.position = position;
        host.toggleAttribute('data-shown', show);
        host.toggleAttribute('data-round', round);
        host.style.zIndex = String(zIndex);
        if (!changed.has('show')) return;
        const names = show ? ['beforeenter', 'enter', 'afterenter'] : ['beforeleave', 'leave', 'afterleave'];
        if (show || host.isConnected) announce(names);
      },
    };
  },
};
