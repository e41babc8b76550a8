/// A flow chart in Mermaid's language.
struct MermaidChart {
    private let outline: GraphOutline

    init(_ outline: GraphOutline) {
        self.outline = outline
    }

    var text: String {
        var lines = ["flowchart TD", "    START([start]) --> \(id(outline.entry))"]
        lines += blocks(in: nil, indent: "    ")
        for node in outline.nodes { lines += arrows(from: node).map { "    \($0)" } }
        return lines.joined(separator: "\n") + "\n"
    }

    // MARK: Nodes

    /// The nodes that need more than their name, and the subgraphs with theirs.
    private func blocks(in subgraph: String?, indent: String) -> [String] {
        let inside = outline.nodes.filter { $0.subgraph == subgraph }
        return inside.flatMap { node -> [String] in
            let isBlock = outline.nodes.contains { $0.subgraph == node.name }
            let own = declaration(of: node, isBlock: isBlock).map { indent + $0 }
            guard isBlock else { return own.map { [$0] } ?? (subgraph == nil ? [] : [indent + id(node.name)]) }
            return (own.map { [$0] } ?? []) + ["\(indent)subgraph \(id(node.name))_inside[\"\(plain(node.name))\"]"]
                + blocks(in: node.name, indent: indent + "    ") + ["\(indent)end"]
        }
    }

    private func declaration(of node: GraphOutline.Node, isBlock: Bool) -> String? {
        let name = plain(node.subgraph.map { String(node.name.dropFirst($0.count + 1)) } ?? node.name)
        if isBlock { return "\(id(node.name))([\"\(name) done\"])" }
        var notes = [name]
        if let timeout = node.timeout { notes.append("timeout \(seconds(timeout))") }
        if let attempts = node.attempts { notes.append("\(attempts) attempts") }
        if outline.fanOuts.contains(where: { $0.join == node.name }) {
            return "\(id(node.name)){{\"\(notes.joined(separator: "<br/>"))\"}}"
        }
        guard notes.count > 1 || id(node.name) != name else { return nil }
        return "\(id(node.name))[\"\(notes.joined(separator: "<br/>"))\"]"
    }

    /// A name that Mermaid takes for one word.
    private func id(_ name: String) -> String {
        let word = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        let isTaken = outline.nodes.contains { $0.name != name && $0.name == word }
        return isTaken || ["end", "START", "END"].contains(word) ? word + "_" : word
    }

    /// A text without the marks that end texts in Mermaid.
    private func plain(_ text: String) -> String {
        text.replacing("\"", with: "#quot;").replacing("|", with: "#124;")
    }

    // MARK: Arrows

    private func arrows(from node: GraphOutline.Node) -> [String] {
        let name = id(node.name)
        var arrows = outline.edges.filter { $0.from == node.name }.map { edge in
            let arrow = edge.label.map { "-.->|\(plain($0))|" } ?? (leadsToJoin(edge) ? "==>" : "-->")
            return "\(name) \(arrow) \(id(edge.to))"
        }
        for fanOut in outline.fanOuts where fanOut.from == node.name {
            arrows += fanOut.to.map { "\(name) ==> \(id($0))" }
            if let within = fanOut.within {
                arrows.append("\(name) -.->|after \(seconds(within))| \(id(fanOut.join))")
            }
        }
        if node.waits { arrows.append("\(name) -->|wait| \(name)") }
        if node.ends { arrows.append("\(name) --> \(node.subgraph.map(id) ?? "END([end])")") }
        return arrows
    }

    private func leadsToJoin(_ edge: GraphOutline.Edge) -> Bool {
        outline.fanOuts.contains { $0.join == edge.to && $0.from != edge.from }
    }

    /// `5 s`, `0.25 s`.
    private func seconds(_ value: Double) -> String {
        value == value.rounded() && value < 1e9 ? "\(Int(value)) s" : "\(value) s"
    }
}
