/** The most that a need may ask for, and why: 一人最多 6 粒，3 人最多 18 粒. `course` is the maximum for one person. */
export function householdMost(course: number, unit: string, ill: number): { most: number; text: string } {
  const one = `一人最多 ${course} ${unit}`;
  const most = course * ill;
  return { most, text: ill === 1 ? one : `${one}，${ill} 人最多 ${most} ${unit}` };
}
