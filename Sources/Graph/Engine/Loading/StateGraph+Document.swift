package import Document

extension StateGraph {
    /// A graph from a document (see `GraphSchema`), whose words are the catalogue's. Everything that is wrong with it, as a
    /// document and as a graph, is told with its line and path.
    package init(
        document: DocumentValue, catalogue: NodeCatalogue<State, Event, Effect>, file: String? = nil
    ) throws(InvalidDocument) {
        var reader = GraphReader(catalogue: catalogue, file: file)
        self = try reader.graph(document)
    }
}
