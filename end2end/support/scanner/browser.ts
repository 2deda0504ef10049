import type { CDPSession } from "@playwright/test";

/** What the browser itself shows of a page to assistive technology and to tools, without what belongs to one field. */
export async function browserView(client: CDPSession, field?: string): Promise<Record<string, string>> {
  const { documents, strings } = await client.send("DOMSnapshot.captureSnapshot", { computedStyles: [], includePaintOrder: false });
  const at = (index: number | undefined) => (index === undefined || index < 0 ? "" : (strings[index] ?? ""));
  const own = new Set<number>();
  const seen: string[] = [];
  for (const { nodes, layout, textBoxes: _, ...about } of documents) {
    const inField: boolean[] = [];
    const { parentIndex = [], nodeName = [], nodeValue = [], attributes = [], backendNodeId = [] } = nodes;
    for (let node = 0; node < nodeName.length; node += 1) {
      const pairs = (attributes[node] ?? []).map(at);
      const isField = field !== undefined && pairs.some((name, index) => index % 2 === 0 && name === "id" && pairs[index + 1] === field);
      inField[node] = isField || (inField[parentIndex[node] ?? -1] ?? false);
      seen.push(...pairs);
      if (inField[node]) own.add(backendNodeId[node] ?? 0);
      else seen.push(at(nodeName[node]), at(nodeValue[node]));
    }
    for (const values of [nodes.inputValue, nodes.textValue]) {
      for (const [index, node] of (values?.index ?? []).entries()) {
        if (!inField[node]) seen.push(at(values?.value[index]));
      }
    }
    for (const [index, node] of layout.nodeIndex.entries()) {
      if (!inField[node]) seen.push(at(layout.text[index]));
    }
    seen.push(at(about.documentURL), at(about.title), at(about.baseURL));
  }
  const tree = (await client.send("Accessibility.getFullAXTree")).nodes;
  const inField = new Set<string>();
  const spoken: string[] = [];
  for (const node of tree) {
    if (own.has(node.backendDOMNodeId ?? -1) || inField.has(node.parentId ?? "")) inField.add(node.nodeId);
    else {
      const values = [node.name, node.value, node.description, ...(node.properties ?? []).map((property) => property.value)];
      spoken.push(...values.map((value) => String(value?.value)));
    }
  }
  return { "DOM snapshot": seen.join("\n"), "accessibility tree": spoken.join("\n") };
}

/** Every text that the page's scripts can still reach, or could: what the collector would not take stays. */
export async function heapOf(client: CDPSession): Promise<string> {
  const chunks: string[] = [];
  const take = ({ chunk }: { chunk: string }) => void chunks.push(chunk);
  client.on("HeapProfiler.addHeapSnapshotChunk", take);
  await client.send("HeapProfiler.collectGarbage");
  await client.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  client.off("HeapProfiler.addHeapSnapshotChunk", take);
  const { strings } = JSON.parse(chunks.join("")) as { strings: string[] };
  return strings.join("\n");
}
