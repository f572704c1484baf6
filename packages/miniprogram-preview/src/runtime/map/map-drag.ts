/** A pointer that moves by fewer pixels than this is a tap. */
const dragTolerance = 6;

export interface DragEvents {
  /** The pixels by which the pointer moved since the last call. */
  onDrag(dx: number, dy: number): void;
  onDragEnd(): void;
  /** The tapped position, from the element's corner. */
  onTap(x: number, y: number): void;
}

/** Distinguishes dragging an element from tapping it. */
export function followPointer(element: HTMLElement, { onDrag, onDragEnd, onTap }: DragEvents): void {
  let grip: { x: number; y: number; moved: boolean } | undefined;
  element.addEventListener('pointerdown', (event) => {
    element.setPointerCapture(event.pointerId);
    grip = { x: event.clientX, y: event.clientY, moved: false };
  });
  element.addEventListener('pointermove', (event) => {
    if (!grip) return;
    const dx = event.clientX - grip.x;
    const dy = event.clientY - grip.y;
    if (!grip.moved && Math.hypot(dx, dy) < dragTolerance) return;
    grip = { x: event.clientX, y: event.clientY, moved: true };
    onDrag(dx, dy);
  });
  element.addEventListener('pointerup', (event) => {
    const box = element.getBoundingClientRect();
    if (grip?.moved) onDragEnd();
    else onTap(event.clientX - box.left, event.clientY - box.top);
    grip = undefined;
  });
}
