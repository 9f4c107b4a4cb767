/** Sets of numbers that are joined pair by pair (union-find). */
export class Groups {
  private readonly parents = new Map<number, number>();

  of(key: number): number {
    let root = key;
    for (let next = this.parents.get(root); next !== undefined; next = this.parents.get(root)) root = next;
    return root;
  }

  join(a: number, b: number): void {
    const [low, high] = [this.of(a), this.of(b)].sort((x, y) => x - y);
    if (low !== undefined && high !== undefined && low !== high) this.parents.set(high, low);
  }
}
