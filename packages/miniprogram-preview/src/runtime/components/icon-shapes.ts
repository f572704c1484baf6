/** WeChat's icons: their colours, and their shapes on a square of 24, in the colour or in white. */
export const icons: Record<string, { color: string; shape: string }> = {
  success: { color: '#09bb07', shape: disc(line('M7 12.5l3.5 3.5 7-7.5')) },
  success_no_circle: { color: '#09bb07', shape: line('M4 12.5l5.5 5.5 11-12', 'currentColor', 2) },
  success_circle: { color: '#09bb07', shape: ring(line('M7 12.5l3.5 3.5 7-7.5', 'currentColor')) },
  info: { color: '#10aeff', shape: disc(`${dot(12, 7)}${line('M12 10.5v7')}`) },
  info_circle: {
    color: '#10aeff',
    shape: ring(`${dot(12, 7, 'currentColor')}${line('M12 10.5v7', 'currentColor')}`),
  },
  warn: { color: '#f76260', shape: disc(`${line('M12 6.5v7')}${dot(12, 17)}`) },
  waiting: { color: '#10aeff', shape: disc(line('M12 6.5v6l4 2.5')) },
  waiting_circle: { color: '#10aeff', shape: ring(line('M12 6.5v6l4 2.5', 'currentColor')) },
  cancel: { color: '#f43530', shape: ring(line('M8.5 8.5l7 7m0-7l-7 7', 'currentColor')) },
  clear: { color: '#b2b2b2', shape: disc(line('M8.5 8.5l7 7m0-7l-7 7')) },
  download: { color: '#09bb07', shape: ring(line('M12 6.5v9m-4-3.5l4 4 4-4', 'currentColor')) },
  search: {
    color: '#b2b2b2',
    shape: `<circle cx="10.5" cy="10.5" r="6.5" fill="none" stroke="currentColor" stroke-width="1.6"/>${line('M15.5 15.5l5 5', 'currentColor')}`,
  },
  circle: { color: '#c9c9c9', shape: ring('') },
};

function disc(inside: string): string {
  return `<circle cx="12" cy="12" r="10" fill="currentColor"/>${inside}`;
}

function ring(inside: string): string {
  return `<circle cx="12" cy="12" r="9.3" fill="none" stroke="currentColor" stroke-width="1.4"/>${inside}`;
}

function line(path: string, color = '#fff', width = 1.8): string {
  return `<path d="${path}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
}

function dot(x: number, y: number, color = '#fff'): string {
  return `<circle cx="${x}" cy="${y}" r="1.2" fill="${color}"/>`;
}
