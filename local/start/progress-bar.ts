/** Shows progress: on a terminal as one moving line, elsewhere as a line for every tenth. */
export interface ProgressBar {
  show(done: number): void;
  end(): void;
}

const width = 28;

export function createProgressBar(label: string, total: number, out: NodeJS.WriteStream): ProgressBar {
  let shownTenth = -1;
  let shownWidth = -1;
  return {
    show(done) {
      const share = total === 0 ? 1 : Math.min(1, done / total);
      const filled = Math.round(share * width);
      const tenth = Math.floor(share * 10);
      if (out.isTTY ? filled === shownWidth : tenth === shownTenth) return;
      shownWidth = filled;
      shownTenth = tenth;
      const line = `${label} [${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${done}/${total}`;
      out.write(out.isTTY ? `\r${line}` : `${line}\n`);
    },
    end() {
      if (out.isTTY) out.write('\n');
    },
  };
}
