extension CompiledGraph {
    /// The graph as a Mermaid flow chart: nodes in the order they were added, dotted arrows for conditions.
    package func mermaid() -> String {
        var lines = ["flowchart TD", "    START([start]) --> \(entry)"]
        for name in order {
            lines += arrows(from: name).map { "    \($0)" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func arrows(from name: String) -> [String] {
        let edges = edges[name] ?? GraphEdges()
        var arrows = edges.targets.map { "\(name) --> \($0)" }
        arrows += (edges.branches?.targets ?? []).map { "\(name) -.->|\($0.label)| \($0.target)" }
        let outcomes = nodes[name]?.outcomes ?? []
        if outcomes.contains(.stay) { arrows.append("\(name) -->|wait| \(name)") }
        if outcomes.contains(.finish) { arrows.append("\(name) --> END([end])") }
        return arrows
    }
}
