const BUCKETS = 256;

/** Numbered things by a time from 0 up to a deadline, so that those of the latest times are found first, to a 256th. */
export class DepthBuckets {
  private readonly perHour: number;
  private readonly buckets: number[][] = Array.from({ length: BUCKETS }, () => []);
  /** By member: its time; NaN for one that is not in. */
  private readonly times: number[] = [];
  /** No bucket above it has a member. */
  private highest = -1;

  constructor(deadline: number) {
    this.perHour = (BUCKETS - 1) / deadline;
  }

  clear(): void {
    for (const bucket of this.buckets) bucket.length = 0;
    this.times.fill(Number.NaN);
    this.highest = -1;
  }

  /** @param member counted from 0, without large gaps */
  add(member: number, time: number): void {
    this.bucketOf(time).push(member);
    this.highest = Math.max(this.highest, this.placeOf(time));
    while (this.times.length < member) this.times.push(Number.NaN);
    this.times[member] = time;
  }

  /** Takes a member out; nothing where it is not in. */
  remove(member: number): void {
    const time = this.times[member];
    if (time === undefined || Number.isNaN(time)) return;
    const bucket = this.bucketOf(time);
    const last = bucket.pop() as number;
    if (last !== member) bucket[bucket.lastIndexOf(member)] = last;
    this.times[member] = Number.NaN;
  }

  /** Takes out all members of a time after a moment. */
  takeAfter(moment: number): number[] {
    const taken: number[] = [];
    for (let at = this.highest; at >= this.placeOf(Math.max(moment, 0)); at--) {
      const bucket = this.buckets[at] as number[];
      const late = bucket.filter((member) => (this.times[member] as number) > moment);
      if (late.length === 0) continue;
      this.buckets[at] = bucket.filter((member) => (this.times[member] as number) <= moment);
      for (const member of late) this.times[member] = Number.NaN;
      taken.push(...late);
    }
    return taken;
  }

  /** Calls `accepts` with the members, those of the latest bucket first, until it says yes; it must add and remove none before. */
  visit(accepts: (member: number) => boolean): void {
    for (let at = this.highest; at >= 0; at--) {
      const bucket = this.buckets[at] as number[];
      for (let place = bucket.length - 1; place >= 0; place--) if (accepts(bucket[place] as number)) return;
      if (at === this.highest && bucket.length === 0) this.highest--;
    }
  }

  private placeOf(time: number): number {
    return Math.min(BUCKETS - 1, Math.floor(time * this.perHour));
  }

  private bucketOf(time: number): number[] {
    return this.buckets[this.placeOf(time)] as number[];
  }
}
