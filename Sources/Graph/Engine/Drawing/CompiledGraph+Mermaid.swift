extension CompiledGraph {
    /// The graph as a Mermaid flow chart: nodes in the order they were added, subgraphs as blocks, dotted arrows for
    /// conditions, thick ones for branches and back to their join.
    package func mermaid() -> String { MermaidChart(outline).text }
}
