import type { CDPSession, Page } from "@playwright/test";

/** A node of the browser's accessibility tree, as far as it is read. */
interface Node {
  nodeId: string;
  parentId?: string;
  childIds?: string[];
  ignored: boolean;
  backendDOMNodeId?: number;
  role?: { value: string };
  name?: { value: string };
  description?: { value: string };
  properties?: { name: string; value: { value?: unknown } }[];
}

/** What is left in mind of a tree: the words of each live region, and who had the focus, within what. */
interface Impression {
  regions: Map<number, string>;
  /** By its number and its name: one that changes is said again. */
  focus: string | undefined;
  around: Set<string>;
}

/** Containers that are named when the focus comes into them. */
const containers = ["dialog", "alertdialog", "group", "radiogroup", "region", "alert", "status"];

/** States that are said with the name. */
const states = ["invalid", "expanded", "checked", "pressed", "busy"];

/**
 * What a screen reader would say, by the accessibility tree of the browser: where the focus goes, and what changes in
 * a region that is live. A region that comes together with its words is only said if it is an alert; one that is within
 * something busy is not said at all, as some readers do.
 */
export class ScreenReader {
  private before: Impression = { regions: new Map(), focus: undefined, around: new Set() };

  private constructor(private readonly session: CDPSession) {}

  /** Begins to listen; what is on the page by then is known. */
  static async of(page: Page): Promise<ScreenReader> {
    const session = await page.context().newCDPSession(page);
    await session.send("Accessibility.enable");
    const reader = new ScreenReader(session);
    await reader.heard();
    return reader;
  }

  /** What was said since the last time: the focus first, then the regions in the order of the page. */
  async heard(): Promise<string[]> {
    const tree = new Tree((await this.session.send("Accessibility.getFullAXTree")).nodes as Node[]);
    const { before } = this;
    const focus = tree.focus();
    const around = focus === undefined ? [] : tree.around(focus);
    const regions = tree.regions();
    this.before = {
      regions: new Map(regions.map(({ id, words }) => [id, words])),
      focus: known(focus),
      around: new Set(around.map((node) => node.nodeId)),
    };
    const entered = around.filter((node) => !before.around.has(node.nodeId) && node !== focus);
    const moved = focus !== undefined && known(focus) !== before.focus ? [...entered, focus].map(spoken) : [];
    const changed = regions.filter(({ id, words, isAlert, isBusy }) => {
      const earlier = before.regions.get(id) ?? (isAlert ? "" : words);
      return words !== earlier && words !== "" && !isBusy;
    });
    return [...moved, ...changed.map(({ words }) => words)];
  }
}

/** The tree as it is at one moment. */
class Tree {
  private readonly byId: Map<string, Node>;

  constructor(private readonly nodes: Node[]) {
    this.byId = new Map(nodes.map((node) => [node.nodeId, node]));
  }

  /** What has the focus, if that is more than the page as a whole. */
  focus(): Node | undefined {
    return this.nodes.findLast((node) => property(node, "focused") === true && role(node) !== "RootWebArea");
  }

  /** The named containers of a node, the outermost first. */
  around(node: Node): Node[] {
    return this.ancestors(node).reverse().filter((one) => containers.includes(role(one)) && name(one) !== "");
  }

  /** The live regions, in the order of the page. */
  regions() {
    return this.inOrder()
      .filter((node) => !node.ignored && isRegion(node))
      .map((node) => ({
        id: node.backendDOMNodeId ?? 0,
        words: tidy(this.words(node)),
        isAlert: role(node) === "alert",
        isBusy: [node, ...this.ancestors(node)].some((one) => property(one, "busy") === true),
      }));
  }

  /** The texts within, but for those of a region within that is live itself. */
  private words(node: Node): string[] {
    if (role(node) === "StaticText") return [name(node)];
    return this.children(node).flatMap((child) => (isRegion(child) ? [] : this.words(child)));
  }

  private inOrder(node = this.nodes[0]): Node[] {
    return node === undefined ? [] : [node, ...this.children(node).flatMap((child) => this.inOrder(child))];
  }

  private children(node: Node): Node[] {
    return (node.childIds ?? []).flatMap((id) => this.byId.get(id) ?? []);
  }

  private ancestors(node: Node): Node[] {
    const parent = node.parentId === undefined ? undefined : this.byId.get(node.parentId);
    return parent === undefined ? [] : [parent, ...this.ancestors(parent)];
  }
}

const role = (node: Node) => node.role?.value ?? "";
const name = (node: Node) => node.name?.value ?? "";

const known = (focus: Node | undefined) => focus && `${focus.backendDOMNodeId} ${name(focus)}`;

const property = (node: Node, wanted: string) =>
  node.properties?.find((one) => one.name === wanted)?.value.value;

/** Whether what changes in it is said. Nothing within has that property, but for a region within. */
const isRegion = (node: Node) => !["off", undefined].includes(property(node, "live") as string | undefined);

function spoken(node: Node): string {
  const said = states.filter((state) => !["false", false, undefined].includes(property(node, state) as string | false | undefined));
  const own = said.map((state) => (state === "checked" || state === "pressed" || state === "busy" ? state : `${state} ${property(node, state)}`));
  const description = node.description?.value ? [`(${node.description.value})`] : [];
  return tidy([[name(node), role(node), ...own].join(", "), ...description]);
}

const tidy = (texts: string[]) =>
  texts.join(" ").replaceAll(/[\u2066-\u2069]/g, "").replaceAll(/\s+/g, " ").replaceAll(/ (?=[.,:;?!”)])|(?<=[“(]) /g, "").trim();
