package import Document
import Engine

/// A graph of one's own for the conversation, as a document that was checked.
package struct ConversationPlan: Hashable, Sendable {
    private let document: DocumentValue

    /// Throws everything in which the document is no graph that a conversation can run on.
    package init(_ document: DocumentValue, file: String? = nil, for domain: Domain) throws(InvalidDocument) {
        _ = try StateGraph(document: document, catalogue: ConversationGraph(domain).catalogue, file: file)
        self.document = document
    }

    func graph(
        of catalogue: ConversationGraph.Catalogue
    ) -> StateGraph<DialogueState, ConversationEvent, ConversationEffect> {
        do {
            return try StateGraph(document: document, catalogue: catalogue)
        } catch {
            preconditionFailure("the graph was checked, and is none any more: \(error)")
        }
    }
}
