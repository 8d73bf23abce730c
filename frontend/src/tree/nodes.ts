/** One line of a tree; what stands under it may still have to be asked for. */
export interface TreeNode {
  /** Unique among those that stand under the same one. */
  readonly key: string;
  readonly path: string;
  readonly name: string;
  readonly lang?: string | undefined;
  /** Its number or code, in fixed width. */
  readonly notation?: string | null | undefined;
  readonly note?: string | null | undefined;
  readonly count?: number | undefined;
  /** How many stand directly under it. */
  readonly size: number;
  /** Those that are here already; null where they have to be asked for. */
  readonly below: readonly TreeNode[] | null;
}

/** A line as it is drawn: where it stands in the tree, by the words of ARIA. */
export interface Line {
  /** The keys from the top: a node of several parents has a line under each. */
  readonly id: string;
  readonly parent: string | null;
  readonly node: TreeNode;
  readonly level: number;
  readonly position: number;
  readonly siblings: number;
  readonly isOpen: boolean;
  /** How many more stand beside it than were read. */
  readonly unread: number;
}

/** What is open, and what was read under nodes that did not bring it with them. */
export interface Opened {
  readonly open: ReadonlySet<string>;
  readonly read: ReadonlyMap<string, readonly TreeNode[]>;
}

/** The lines that can be seen, from top to bottom. */
export function linesOf(nodes: readonly TreeNode[], opened: Opened, parent: Line | null = null): Line[] {
  const siblings = parent ? parent.node.size : nodes.length;
  return nodes.flatMap((node, i) => {
    const id = parent ? `${parent.id}/${node.key}` : node.key;
    const isLast = i === nodes.length - 1;
    const line: Line = {
      id,
      parent: parent?.id ?? null,
      node,
      level: parent ? parent.level + 1 : 1,
      position: i + 1,
      siblings: Math.max(siblings, nodes.length),
      isOpen: node.size > 0 && opened.open.has(id),
      unread: isLast ? Math.max(0, siblings - nodes.length) : 0,
    };
    const below = node.below ?? opened.read.get(id);
    return line.isOpen && below ? [line, ...linesOf(below, opened, line)] : [line];
  });
}

/** Which lines begin open: those above a depth. */
export function openTo(nodes: readonly TreeNode[], depth: number, above = ""): string[] {
  if (depth <= 0) return [];
  return nodes
    .filter(({ size, below }) => size > 0 && below)
    .flatMap((node) => [`${above}${node.key}`, ...openTo(node.below ?? [], depth - 1, `${above}${node.key}/`)]);
}

export type Step = { readonly to: string } | { readonly open: string } | { readonly close: string } | null;

/** What a key does on a line, as the ARIA pattern of trees has it. */
export function step(key: string, at: Line, lines: readonly Line[]): Step {
  const i = lines.findIndex(({ id }) => id === at.id);
  const to = (line: Line | undefined): Step => (line ? { to: line.id } : null);
  switch (key) {
    case "ArrowDown":
      return to(lines[i + 1]);
    case "ArrowUp":
      return to(lines[i - 1]);
    case "Home":
      return to(lines[0]);
    case "End":
      return to(lines.at(-1));
    case "ArrowRight":
      if (!at.node.size) return null;
      return at.isOpen ? to(lines[i + 1]?.parent === at.id ? lines[i + 1] : undefined) : { open: at.id };
    case "ArrowLeft":
      if (at.isOpen) return { close: at.id };
      return at.parent === null ? null : { to: at.parent };
    default:
      return key.length === 1 && key !== " " ? to(typed(key, i, lines)) : null;
  }
}

/** The next line whose name begins with a letter, from the top again after the last. */
function typed(letter: string, from: number, lines: readonly Line[]): Line | undefined {
  const after = [...lines.slice(from + 1), ...lines.slice(0, from + 1)];
  const wanted = letter.toLocaleLowerCase();
  return after.find(({ node }) => node.name.toLocaleLowerCase().startsWith(wanted));
}

/** By number where there is one, then by name; the order in which classifications are read. */
export function byNotation(a: TreeNode, b: TreeNode): number {
  const [x, y] = [a.notation ?? "", b.notation ?? ""];
  if (!x !== !y) return x ? -1 : 1;
  return x.localeCompare(y) || a.name.localeCompare(b.name);
}
