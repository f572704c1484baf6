import { make, makeButton } from '../chrome/dom';

/** The card in the pocket of whoever holds a phone. Everybody here is invented, and so is every number. */
interface Card {
  name: string;
  idNumber: string;
}

export interface IdentityCard {
  node: HTMLElement;
  /** Shows the card of this person; none where nobody knows one. */
  show(openid: string): Promise<void>;
}

/** An identity card beside a phone, to be typed or pasted into it. */
export function createIdentityCard(label: string): IdentityCard {
  const { exchangeUrl = '' } = document.documentElement.dataset;
  const node = make('div', { class: 'device-card', role: 'group', 'aria-label': label });
  node.hidden = true;
  let shownFor = '';
  return {
    node,
    async show(openid) {
      shownFor = openid;
      node.hidden = true;
      const card = openid && exchangeUrl ? await readCard(exchangeUrl, openid) : undefined;
      if (!card || shownFor !== openid) return;
      node.replaceChildren(
        make('span', { class: 'device-card-kind' }, '虚构的身份证'),
        copyable('姓名', card.name),
        copyable('身份证号', card.idNumber),
      );
      node.hidden = false;
    },
  };
}

async function readCard(exchangeUrl: string, openid: string): Promise<Card | undefined> {
  const response = await fetch(`${exchangeUrl}/identity-card?person=${encodeURIComponent(openid)}`);
  return response.ok ? ((await response.json()) as Card) : undefined;
}

function copyable(name: string, value: string): HTMLElement {
  const button = makeButton('复制', () => void copy(), { 'aria-label': `复制${name}` });
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(value);
    button.textContent = '已复制';
    setTimeout(() => (button.textContent = '复制'), 1500);
  };
  return make('span', { class: 'device-card-line' }, make('code', {}, value), button);
}
